import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Webhook } from '@docket/web/people/data/webhooks';
import { eventually } from '@docket/web/ui/testing';
import { descriptionOf, field, type } from '../../testing/entry-page';
import {
  dialogText,
  openSettings,
  pageText,
  press,
  problem,
  requested,
  respond,
  textOf,
  verifyRequests,
} from '../../testing/settings-page';

const TIMES = { created_at: '2026-11-20T08:00:00.000Z' };
const ERP: Webhook = {
  id: 3,
  name: 'Orders in the ERP',
  url: 'https://erp.example.com:8443/docket?key=1',
  types: ['ticket.created', 'message.added'],
  state: 'on',
  pending: 0,
  version: 2,
  ...TIMES,
};
const CHAT: Webhook = { ...ERP, id: 4, name: 'Chat', types: ['ticket.created'], version: 1 };

async function open(webhooks: readonly Webhook[]) {
  await openSettings('/settings/webhooks', 'settings');
  await respond('/api/webhooks', webhooks);
  await eventually(() => expect(pageText()).not.toContain('Loading'));
}
const rows = () => [...document.querySelectorAll('docket-webhooks-page li')].map(textOf);
const openDialog = async (button: string) => {
  await press(button);
  await eventually(() => field('What it is for'));
};

afterEach(() => {
  document.querySelector('.cdk-overlay-container')?.replaceChildren();
  verifyRequests();
});

it('lists webhooks with their host, what they are told, their state and what waits', async () => {
  await open([ERP, { ...CHAT, pending: 1200 }, { ...CHAT, id: 5, pending: 10_001 }]);

  expect(rows()).toEqual([
    'Orders in the ERP erp.example.com:8443 · Ticket filed, Message added On',
    'Chat erp.example.com:8443 · Ticket filed On 1,200 waiting',
    'Chat erp.example.com:8443 · Ticket filed On 10,000+ waiting',
  ]);
  expect(pageText()).not.toContain('key=1');
});

it.each([
  [{ state: 'on', failing_since: '2026-11-20T08:00:00.000Z' }, /Failing since 20 Nov, \d\d:00$/],
  [{ state: 'failing', failing_since: '2026-11-20T08:00:00.000Z' }, /Failing since 20 Nov, \d\d:00$/],
  [{ state: 'off', off_reason: 'person' }, /Off$/],
  [{ state: 'off', off_reason: 'gone' }, /Off: the receiver answered 410$/],
  [{ state: 'off', off_reason: 'failing' }, /Off: nothing was delivered for 5 days$/],
] as const)('says for %j why nothing arrives', async (state, words) => {
  await open([{ ...CHAT, ...state }]);

  expect(rows()[0]).toMatch(words);
});

it('adds a webhook and shows its secret until it is closed by its button', async () => {
  await open([]);
  await openDialog('Add the first webhook');
  type('What it is for', ' Chat ');
  type('Address of the receiver', 'https://chat.example.com/hook');
  await press('import.batch');
  await press('Add webhook');

  const request = await requested('/api/webhooks', 'POST');
  expect(request.request.body).toEqual({
    name: 'Chat',
    url: 'https://chat.example.com/hook',
    types: ['ticket.created', 'ticket.changed', 'ticket.deleted', 'message.added'],
  });
  request.flush({ ...CHAT, secret: 'whsec_abc' });
  await eventually(() => expect(field('Secret').value).toBe('whsec_abc'));
  await eventually(() => expect(document.activeElement).toBe(field('Secret')));
  document
    .querySelector('mat-dialog-container')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
  expect(dialogText()).toContain('Docket cannot show it again');

  await press('Done');
  await respond('/api/webhooks/4', CHAT);
  await respond('/api/webhooks/4/deliveries', []);
  await eventually(() => expect(TestBed.inject(Router).url).toBe('/settings/webhooks/4'));
});

it('sends nothing without a name, an address and a type', async () => {
  await open([]);
  await openDialog('Add the first webhook');
  for (const name of ['ticket.created', 'ticket.changed', 'ticket.deleted', 'message.added', 'import.batch']) {
    await press(name);
  }
  await press('Add webhook');

  await eventually(() => expect(descriptionOf('What it is for')).toBe('Enter what the webhook is for.'));
  expect(descriptionOf('Address of the receiver')).toBe('Enter the address.');
  expect(dialogText()).toContain('Choose at least one.');
});

it('says next to the field why the API refuses an address, and keeps what was typed', async () => {
  await open([]);
  await openDialog('Add the first webhook');
  type('What it is for', 'Chat');
  type('Address of the receiver', 'http://chat.example.com');
  await press('Add webhook');
  const detail = 'must begin with https://';
  (await requested('/api/webhooks', 'POST')).flush(
    ...problem('validation', 400, { errors: [{ pointer: '/url', detail }] }),
  );

  await eventually(() =>
    expect(descriptionOf('Address of the receiver')).toBe('The address must begin with https://.'),
  );
  expect(field('What it is for').value).toBe('Chat');
});

it.each([
  ['too-many-webhooks', 409, 'There can be at most 20 webhooks.'],
  ['no-secret-key', 409, 'The server has no SECRET_KEY'],
  ['unavailable', 503, 'The server is not available at the moment. Try again.'],
])('says why a webhook was not added: %s', async (kind, status, words) => {
  await open([]);
  await openDialog('Add the first webhook');
  type('What it is for', 'Chat');
  type('Address of the receiver', 'https://chat.example.com');
  await press('Add webhook');
  (await requested('/api/webhooks', 'POST')).flush(...problem(kind, status));

  await eventually(() => expect(dialogText()).toContain(words));
});

it('changes a webhook only if it is as it was read', async () => {
  await open([ERP]);
  await press('Actions for Orders in the ERP');
  await openDialog('Edit…');
  expect(field('Address of the receiver').value).toBe(ERP.url);
  type('What it is for', 'ERP');
  await press('Save');

  const request = await requested('/api/webhooks/3', 'PATCH');
  expect([request.request.body, request.request.headers.get('If-Match')]).toEqual([
    { name: 'ERP', url: ERP.url, types: ERP.types },
    '"3-2"',
  ]);
  request.flush(...problem('precondition-failed', 412));
  await eventually(() => expect(dialogText()).toContain('This webhook has changed in the meantime.'));
});

it('turns a webhook off, whatever its version', async () => {
  await open([ERP]);
  await press('Actions for Orders in the ERP');
  await press('Turn off');

  const request = await requested('/api/webhooks/3', 'PATCH');
  expect([request.request.body, request.request.headers.has('If-Match')]).toEqual([{ is_on: false }, false]);
  request.flush({ ...ERP, state: 'off', off_reason: 'person' });
  await respond('/api/webhooks', [{ ...ERP, state: 'off', off_reason: 'person' }]);
  await eventually(() => expect(rows()[0]).toMatch(/Off$/));
});

it('deletes a webhook after a question', async () => {
  await open([ERP]);
  await press('Actions for Orders in the ERP');
  await press('Delete…');
  await eventually(() => expect(dialogText()).toContain('its log is deleted'));
  await press('Delete');

  (await requested('/api/webhooks/3', 'DELETE')).flush(null);
  await respond('/api/webhooks', []);
  await eventually(() => expect(pageText()).toContain('No webhooks yet'));
});

it('reports that the list could not be loaded, and tries again', async () => {
  await openSettings('/settings/webhooks', 'settings');
  (await requested('/api/webhooks')).flush(null, { status: 503, statusText: '' });
  await eventually(() => expect(pageText()).toContain('The webhooks could not be loaded'));

  await press('Try again');

  await respond('/api/webhooks', [ERP]);
  await eventually(() => expect(rows()).toHaveLength(1));
});
