import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@docket/web/people/data';
import type { Team } from '@docket/web/people/data/teams';
import { eventually } from '@docket/web/ui/testing';
import { OPEN, SIGNED_IN } from '../../testing/entry-page';
import { settingsRoutes } from '../settings/settings.routes';

const BILLING: Team = { id: 1, name: 'Billing', member_ids: [3, 99], version: 4 };
const IDENTITY: Team = { id: 2, name: 'Identity', member_ids: [], version: 1 };
const PEOPLE = [
  { id: 3, name: 'Ana Ruiz' },
  { id: 4, name: 'Ben Okafor' },
];

let http: HttpTestingController;

async function open(teams: readonly Team[], session: object = { ...SIGNED_IN, permissions: ['settings'] }) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'settings', children: settingsRoutes }], withComponentInputBinding()),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  const loaded = TestBed.inject(Session).load();
  http.expectOne('/api/session').flush(session);
  await loaded;
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl('/settings/teams');
  await respond(teams);
  (await requested('/api/assignees')).flush(PEOPLE);
}

const requested = (url: string, method = 'GET') =>
  eventually(() => http.expectOne((request) => request.url === url && request.method === method));
const respond = async (teams: readonly Team[]) => (await requested('/api/teams')).flush(teams);
const textOf = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const rows = () => [...document.querySelectorAll('docket-teams-page li .what')].map(textOf);
const dialogText = () => textOf(document.querySelector('[role=dialog]'));
const field = () =>
  eventually(() => {
    const input = document.querySelector<HTMLInputElement>('[role=dialog] input');
    if (!input) throw new Error('There is no dialog');
    return input;
  });

async function press(name: string): Promise<void> {
  const button = await eventually(() => {
    const all = [...document.querySelectorAll<HTMLElement>('button, [role=dialog] label')].reverse(); // elements of a dialog first
    const found = all.find((one) => (one.getAttribute('aria-label') ?? textOf(one)).endsWith(name));
    if (!found) throw new Error(`There is no "${name}"`);
    return found;
  });
  button.click();
}

function failure(type: string, status: number) {
  return [
    { type: `/problems/${type}`, status, errors: [] },
    { status, statusText: 'No' },
  ] as const;
}

afterEach(() => http.verify());

it('lists the teams with their members', async () => {
  await open([BILLING, IDENTITY]);

  await eventually(() => expect(rows()).toEqual(['Billing Ana Ruiz and 1 other', 'Identity No members yet']));
});

it('adds a team, also if the first name is taken', async () => {
  await open([]);
  await press('Add the first team');
  (await field()).value = 'Billing';
  await press('Add team');
  (await requested('/api/teams', 'POST')).flush(...failure('team-name-taken', 409));
  await eventually(() => expect(dialogText()).toContain('Another team has this name.'));

  (await field()).value = ' Invoices ';
  await press('Add team');

  const request = await requested('/api/teams', 'POST');
  expect(request.request.body).toEqual({ name: 'Invoices' });
  request.flush({ ...IDENTITY, name: 'Invoices' });
  await respond([{ ...IDENTITY, name: 'Invoices' }]);
  await eventually(() => expect(rows()).toEqual(['Invoices No members yet']));
});

it('sends no team without a name', async () => {
  await open([]);
  await press('Add the first team');
  await field();
  await press('Add team');

  await eventually(() => expect(dialogText()).toContain('Enter the name.'));
});

it('renames a team only if it is as it was read', async () => {
  await open([BILLING]);
  await press('Rename Billing');
  (await field()).value = 'Invoices';
  await press('Rename');

  const request = await requested('/api/teams/1', 'PATCH');
  expect([request.request.body, request.request.headers.get('If-Match')]).toEqual([{ name: 'Invoices' }, '"1-4"']);
  request.flush(...failure('precondition-failed', 412));
  await eventually(() => expect(dialogText()).toContain('Somebody else has changed this team in the meantime.'));
});

it('changes the members, and keeps those that it cannot name', async () => {
  await open([BILLING]);
  await press('Members of Billing');
  (await requested('/api/assignees')).flush(PEOPLE);
  await press('Ben Okafor');
  await press('Ana Ruiz');
  await press('Save');

  const request = await requested('/api/teams/1', 'PATCH');
  expect(request.request.body).toEqual({ member_ids: [99, 4] });
  request.flush({ ...BILLING, member_ids: [4, 99] });
  await respond([{ ...BILLING, member_ids: [4, 99] }]);
  await eventually(() => expect(rows()).toEqual(['Billing Ben Okafor and 1 other']));
});

it('deletes a team after a question, and says why it cannot', async () => {
  await open([BILLING]);
  await press('Delete Billing');
  await eventually(() => expect(dialogText()).toContain('Delete “Billing”?'));
  await press('Delete');
  (await requested('/api/teams/1', 'DELETE')).flush(...failure('team-in-use', 409));
  await respond([BILLING]);

  await eventually(() => expect(textOf(document.querySelector('docket-team-problem'))).toContain('Tickets belong to'));
});

it('offers no members in the open mode, where there is nobody', async () => {
  await open([IDENTITY], { ...OPEN, permissions: ['settings'] });

  await eventually(() => expect(rows()).toEqual(['Identity No members yet']));
  expect(document.querySelector('[aria-label="Members of Identity"]')).toBeNull();
  expect(textOf(document.querySelector('docket-teams-page'))).toContain('Teams have members once people sign in.');
});
