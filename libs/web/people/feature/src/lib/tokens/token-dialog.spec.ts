import { Component, Injector, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog, MatDialogState } from '@angular/material/dialog';
import type { Service } from '@docket/web/people/data';
import { SIGNED_IN, descriptionOf, field, openEntry, requested, type, verifyRequests } from '../../testing/entry-page';
import { eventually } from '@docket/web/ui/testing';
import { openTokenDialog } from './open-token-dialog';

@Component({ template: '' })
class Host {
  readonly injector = inject(Injector);
}

const SERVICE: Service = { id: 12, name: 'Mail import', role: 'agent', created_at: '2026-03-02T09:30:00.000Z' };
const CREATED = { id: 7, name: 'Export', token: 'dkp_secret' };

async function openDialog(service?: Service) {
  const { harness } = await openEntry([{ path: 'profile', component: Host }], '/profile', SIGNED_IN);
  const { injector } = harness.routeDebugElement?.componentInstance as Host;
  const closed = openTokenDialog(injector, {
    permissions: ['tickets:read', 'tickets:write'],
    ...(service && { service }),
  });
  await eventually(() => field('What it is for'));
  await eventually(() => expect(dialog().contains(document.activeElement)).toBe(true)); // the dialog has opened
  return { closed };
}

const dialog = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('mat-dialog-container');
  if (!found) throw new Error('There is no dialog');
  return found;
};
const text = (): string => dialog().textContent.replace(/\s+/g, ' ');
const submit = (): void => dialog().querySelector('form')?.requestSubmit();
const check = (name: string): void => {
  const box = [...dialog().querySelectorAll('mat-checkbox')].find(({ textContent }) => textContent.includes(name));
  box?.querySelector('input')?.click();
};
const pressEscape = (): void => {
  dialog().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
};
/** False once the dialog starts to close. */
const isOpen = (): boolean => TestBed.inject(MatDialog).openDialogs[0]?.getState() === MatDialogState.OPEN;
const press = (name: string): void => {
  [...dialog().querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name)?.click();
};

afterEach(() => {
  document.querySelector('.cdk-overlay-container')?.replaceChildren();
  verifyRequests();
});

it('makes a token and shows it until it is closed by its button', async () => {
  const { closed } = await openDialog();

  type('What it is for', ' Export ');
  check('File and change tickets');
  submit();
  const request = await requested('/api/tokens', 'POST');
  pressEscape();
  expect(isOpen()).toBe(true); // the token would be lost
  expect(request.request.body).toEqual({
    name: 'Export',
    scopes: ['tickets:read', 'tickets:write'],
    expires_in_days: 90,
  });
  request.flush(CREATED, { status: 201, statusText: 'Created' });

  await eventually(() => expect(field('Token').value).toBe('dkp_secret'));
  await eventually(() => expect(document.activeElement).toBe(field('Token')));
  pressEscape();
  expect(isOpen()).toBe(true);
  press('Done');
  expect(await closed).toBe(true);
});

it('makes tokens of services that never expire', async () => {
  await openDialog(SERVICE);

  expect(text()).toContain('New token for Mail import');
  type('What it is for', 'Mail');
  const select = dialog().querySelector('select');
  if (select) select.value = 'never';
  submit();

  const request = await requested('/api/tokens', 'POST');
  expect(request.request.body).toMatchObject({ expires_in_days: null, user_id: 12 });
  request.flush(CREATED, { status: 201, statusText: 'Created' });
  await eventually(() => press('Done'));
});

it('offers no token of a person that never expires', async () => {
  await openDialog();

  expect([...dialog().querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    'in 7 days',
    'in 30 days',
    'in 90 days',
    'in 366 days',
  ]);
  press('Cancel');
});

it('sends nothing without a name or a scope', async () => {
  const { closed } = await openDialog();

  check('Read tickets');
  submit();

  await eventually(() => expect(descriptionOf('What it is for')).toBe('Enter what the token is for.'));
  expect(text()).toContain('Choose at least one.');
  press('Cancel');
  expect(await closed).toBe(false);
});

it.each([
  [409, 'There are 50 valid tokens already. Revoke one that is not used', 'Revoke one that is not used.'],
  [503, undefined, 'The token was not made. The server is not available at the moment.'],
])('keeps what was typed when the API responds %s', async (status, detail, words) => {
  await openDialog();

  type('What it is for', 'Export');
  submit();
  (await requested('/api/tokens', 'POST')).flush({ detail }, { status, statusText: 'x' });

  await eventually(() => expect(text()).toContain(words));
  expect(field('What it is for').value).toBe('Export');
  press('Cancel');
});

it('can be closed with Escape again after a failure', async () => {
  const { closed } = await openDialog();
  type('What it is for', 'Export');
  submit();
  (await requested('/api/tokens', 'POST')).flush({}, { status: 503, statusText: 'No' });
  await eventually(() => expect(text()).toContain('The token was not made.'));

  pressEscape();

  expect(await closed).toBe(false);
});
