import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Delivery, Webhook } from '@docket/web/people/data/webhooks';
import { eventually } from '@docket/web/ui/testing';
import { field } from '../../testing/entry-page';
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

const ERP: Webhook = {
  id: 3,
  name: 'ERP',
  url: 'https://erp.example.com/docket',
  types: ['ticket.created'],
  state: 'on',
  pending: 0,
  version: 2,
  created_at: '2026-11-20T08:00:00.000Z',
};
const OFF: Webhook = { ...ERP, state: 'off', off_reason: 'person' };
const SENT: Delivery = {
  id: '0199aa6e-52f0-7c1e-b7a5-3f0c7c1f4a10',
  type: 'ticket.created',
  ticket_id: 4711,
  body: '{"type":"ticket.created","data":{"ticket_id":4711}}',
  state: 'sent',
  tries: 1,
  created_at: '2026-11-20T09:00:00.000Z',
  attempts: [{ at: '2026-11-20T09:00:01.000Z', ms: 84, status: 204 }],
};
const FAILED = { at: '2026-11-20T09:00:01.000Z', ms: 12, status: 500, answer: '<img src=x onerror=alert(1)>' };
const WAITING: Delivery = {
  ...SENT,
  id: '0199aa6e-52f0-7c1e-b7a5-3f0c7c1f4a11',
  state: 'pending',
  tries: 2,
  next_at: '2126-11-20T09:05:00.000Z',
  attempts: [{ at: '2026-11-20T09:00:06.000Z', ms: 3, error: 'connect ECONNREFUSED 127.0.0.1:1' }, FAILED],
};
const TEST: Delivery = { ...WAITING, id: '0199aa6e-52f0-7c1e-b7a5-3f0c7c1f4a12', type: 'webhook.test', attempts: [] };
const LOG = '/api/webhooks/3/deliveries';

async function open(deliveries: readonly Delivery[], webhook = ERP, query = '') {
  await openSettings(`/settings/webhooks/3${query}`, 'settings');
  await respond('/api/webhooks/3', webhook);
  await respond(LOG + query, deliveries);
  await eventually(() => expect(pageText()).not.toContain('Loading'));
}
const rows = () => [...document.querySelectorAll('docket-delivery-row .line')].map(textOf);
const reloaded = async (deliveries: readonly Delivery[], webhook = ERP) => {
  await respond('/api/webhooks/3', webhook);
  await respond(LOG, deliveries);
};
const currentUrl = () => TestBed.inject(Router).url;

afterEach(() => {
  document.querySelector('.cdk-overlay-container')?.replaceChildren();
  verifyRequests();
});

it('lists deliveries with their state, ticket, tries and next try', async () => {
  await open([SENT, WAITING]);

  expect(rows()[0]).toContain('Delivered Ticket filed #4711 1 try 20 Nov');
  expect(rows()[1]).toMatch(/Trying again Ticket filed #4711 2 tries · next 20 Nov, \d\d:05 20 Nov/);
  expect(document.querySelector('docket-delivery-row a')?.getAttribute('href')).toBe('/tickets/4711');
});

it('leads to no ticket that is deleted', async () => {
  await open([{ ...SENT, type: 'ticket.deleted' }]);

  expect(rows()[0]).toContain('Ticket deleted #4711');
  expect(document.querySelector('docket-delivery-row a')).toBeNull();
});

it('opens the tries and the body of a delivery, and shows an answer as text', async () => {
  await open([WAITING]);
  await press('Ticket filed');

  await eventually(() => expect(pageText()).toContain('No answer: connect ECONNREFUSED 127.0.0.1:1 (3 ms)'));
  expect(pageText()).toContain('The receiver answered 500 (12 ms)');
  expect([...document.querySelectorAll('pre')].map((block) => block.textContent)).toEqual([
    FAILED.answer,
    JSON.stringify(JSON.parse(WAITING.body), null, 2),
  ]);
  expect(document.querySelector('pre img')).toBeNull();
  expect(pageText()).toContain(`webhook-id: ${WAITING.id}`);
});

it('sends a test, and shows its outcome once the log has it', async () => {
  await open([]);
  await press('Send test');
  (await requested('/api/webhooks/3/test', 'POST')).flush(TEST);
  await respond(`${LOG}/${TEST.id}`, TEST);
  await eventually(() => expect(pageText()).toContain('Waiting for the answer of the receiver…'));
  const done: Delivery = { ...TEST, attempts: [FAILED] };
  await respond(`${LOG}/${TEST.id}`, done);

  await eventually(() => expect(pageText()).toContain('Not delivered. The receiver answered 500 (12 ms)'));
  expect(pageText()).toMatch(/\(12 ms\)\. Next try: 20 Nov, \d\d:05\./);
  await reloaded([done]);
  await eventually(() => expect(rows()[0]).toContain('Trying again Test'));
});

it('says why no test is sent', async () => {
  await open([]);
  await press('Send test');
  (await requested('/api/webhooks/3/test', 'POST')).flush(...problem('webhook-off', 409));

  await eventually(() => expect(pageText()).toContain('This webhook is off. Turn it on first.'));
  await reloaded([], OFF);
});

it('sends a delivery again, and shows the new try in its row', async () => {
  await open([WAITING], ERP, '?state=pending');
  await press('Ticket filed');
  await press('Send again');
  (await requested(`${LOG}/${WAITING.id}/redeliver`, 'POST')).flush({ ...WAITING, tries: 0 });
  await respond(`${LOG}/${WAITING.id}`, { ...WAITING, tries: 1 }); // earlier attempts are not the outcome
  const attempts = [{ at: '2026-11-20T10:00:00.000Z', ms: 9, status: 200, answer: 'ok' }, ...WAITING.attempts];
  await respond(`${LOG}/${WAITING.id}`, { ...SENT, id: WAITING.id, attempts });

  await eventually(() => expect(pageText()).toContain('Delivered. The receiver answered 200 (9 ms)'));
  expect(rows()[0]).toContain('Delivered Ticket filed #4711 1 try');
  await respond('/api/webhooks/3', ERP);
});

it('offers nothing to send while the webhook is off, but to turn it on', async () => {
  await open([WAITING], OFF);
  await press('Ticket filed');

  await eventually(() => expect(pageText()).toContain('Turn the webhook on first.'));
  expect(rows()[0]).toContain('waits until the webhook is on');
  await press('Send again'); // is disabled
  await press('Turn on');
  const request = await requested('/api/webhooks/3', 'PATCH');
  expect(request.request.body).toEqual({ is_on: true });
  request.flush(ERP);
  await reloaded([WAITING]);
  await eventually(() => expect(pageText()).toContain('Send test'));
});

it('filters by state, and leads to older deliveries', async () => {
  await open([SENT]);
  await press('Given up');
  await respond(`${LOG}?state=dead`, [{ ...SENT, state: 'dead' }], {
    Link: `<${LOG}?state=dead&before=1200>; rel="next"`,
  });
  await eventually(() => expect(rows()[0]).toContain('Given up'));
  expect(currentUrl()).toBe('/settings/webhooks/3?state=dead');

  await press('Older');
  await respond(`${LOG}?state=dead&before=1200`, []);
  await eventually(() => expect(pageText()).toContain('No delivery of the last 30 days is in this state.'));
  await press('Newest');
  await respond(`${LOG}?state=dead`, []);
  await eventually(() => expect(currentUrl()).toBe('/settings/webhooks/3?state=dead'));
});

it('delivers all events since a local time again', async () => {
  await open([]);
  await press('Actions for ERP');
  await press('Deliver again since…');
  await eventually(() => field('All events since, in your local time'));
  field('All events since, in your local time').value = '2126-11-20T10:00';
  await press('Deliver again');
  await eventually(() => expect(dialogText()).toContain('Enter a time in the past.'));
  field('All events since, in your local time').value = '2026-11-20T10:00';
  await press('Deliver again');

  const since = new Date(2026, 10, 20, 10).toISOString();
  const request = await requested('/api/webhooks/3/replay', 'POST');
  expect(request.request.body).toEqual({ since });
  request.flush(ERP);
  await reloaded([]);
  await eventually(() => expect(pageText()).toContain('Docket delivers all events since 20 Nov, 10:00 again.'));
});

it('makes a new secret after a question, and says how long the old one signs', async () => {
  await open([]);
  await press('Actions for ERP');
  await press('New secret…');
  await eventually(() => expect(dialogText()).toContain('For 24 hours'));
  await press('Create secret');
  (await requested('/api/webhooks/3/rotate', 'POST')).flush({ ...ERP, secret: 'whsec_new' });

  await eventually(() => expect(field('Secret').value).toBe('whsec_new'));
  expect(dialogText()).toContain('The old secret signs as well for 24 hours.');
  await press('Done');
  await reloaded([]);
});

it('says that a webhook does not exist', async () => {
  await openSettings('/settings/webhooks/3', 'settings');
  (await requested('/api/webhooks/3')).flush(...problem('not-found', 404));

  await eventually(() => expect(pageText()).toContain('This webhook does not exist'));
});

it('keeps the log while it cannot be read again', async () => {
  await open([SENT]);
  await press('Refresh');
  (await requested('/api/webhooks/3')).error(new ProgressEvent('error'));
  (await requested(LOG)).error(new ProgressEvent('error'));

  await eventually(() => expect(pageText()).toContain('this may be old'));
  expect(rows()).toHaveLength(1);
});
