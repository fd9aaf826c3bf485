import { TestBed } from '@angular/core/testing';
import type { TimelineEntry } from '@docket/web/conversation/data';
import { ReadAhead } from '@docket/web/http';
import { TicketChanges } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { FILED, aMessage, become } from '../../testing/conversation';
import { pageText, press } from '../../testing/elements';
import { EIGHT, NINE, SEVEN, THREE, openPage, requested, verifyRequests } from '../../testing/tickets-page';

let becomeIdle: (() => void) | undefined;

beforeEach(() => {
  becomeIdle = undefined;
  const requestIdleCallback = (act: () => void) => {
    becomeIdle = act;
    return 1;
  };
  Object.assign(window, { requestIdleCallback, cancelIdleCallback: () => (becomeIdle = undefined) });
});
afterEach(() => {
  TestBed.resetTestingModule();
  Reflect.deleteProperty(window, 'requestIdleCallback');
  Reflect.deleteProperty(window, 'cancelIdleCallback');
  Reflect.deleteProperty(navigator, 'connection');
});

/** Opens ticket 8, between 9 and 7, as a person with read permission only. */
async function openEight() {
  await openPage('/tickets/8', []);
  await become(['tickets:read']);
  (await requested('/api/tickets')).flush(THREE);
  (await requested('/api/tickets/8')).flush(EIGHT);
  (await requested('/api/tickets/8/timeline')).flush([FILED]);
  await eventually(() => expect(pageText()).toContain('No replies yet'));
}

async function idle(): Promise<void> {
  await eventually(() => expect(becomeIdle).toBeDefined());
  becomeIdle?.();
}

async function readNext(conversation: string | TimelineEntry[]): Promise<void> {
  const entries = typeof conversation === 'string' ? [aMessage(4, conversation)] : conversation;
  await idle();
  (await requested('/api/tickets/7')).flush(SEVEN);
  (await requested('/api/tickets/7/timeline')).flush(entries);
  (await requested('/api/tickets/9')).flush(NINE);
  (await requested('/api/tickets/9/timeline')).flush([]);
}

it('shows the next ticket before the API responds, and then what it responds', async () => {
  await openEight();
  await readNext('As it was');

  press('j');

  await eventually(() => expect(pageText()).toContain('As it was'));
  const [ticket, timeline] = [await requested('/api/tickets/7'), await requested('/api/tickets/7/timeline')];
  ticket.flush({ ...SEVEN, title: 'Seven today', updated_at: '2026-03-13T14:05:00.000Z' });
  timeline.flush([aMessage(5, 'As it is'), aMessage(4, 'As it was')]);
  await eventually(() => expect(pageText()).toContain('As it is'));
  expect(document.title).toBe('#7 Seven today · Docket');
  verifyRequests();
});

it('never shows that the conversation loads when it is at hand', async () => {
  await openEight();
  await readNext('At hand');
  const isLoading = jest.fn();
  const observer = new MutationObserver(() => {
    if (document.querySelector('docket-timeline-list .skeleton')) isLoading();
  });
  observer.observe(document.body, { childList: true, subtree: true });

  press('j');

  await eventually(() => expect(pageText()).toContain('At hand'));
  observer.disconnect();
  expect(isLoading).not.toHaveBeenCalled();
  (await requested('/api/tickets/7')).flush(SEVEN);
  (await requested('/api/tickets/7/timeline')).flush([]);
});

it('shows the beginning of a ticket at hand without messages', async () => {
  await openEight();
  await readNext([FILED]);
  const scroller = document.querySelector('docket-ticket-panel .scroller') as HTMLElement;
  scroller.scrollTop = 50;

  press('j');

  await requested('/api/tickets/7');
  await requested('/api/tickets/7/timeline');
  await eventually(() => expect(scroller.scrollTop).toBe(0));
});

it('reads one neighbour after the other, once the open ticket has loaded', async () => {
  await openEight();

  await idle();

  const next = [await requested('/api/tickets/7'), await requested('/api/tickets/7/timeline')];
  verifyRequests(); // no request for ticket 9
  next[0]?.flush({}, { status: 503, statusText: 'Unavailable' });
  await requested('/api/tickets/9');
  await requested('/api/tickets/9/timeline');
});

it('forgets a ticket that changes, and reads it again', async () => {
  await openEight();
  await readNext('Before the change');

  TestBed.inject(TicketChanges).announceElsewhere({ kind: 'elsewhere', ids: new Set([7]), hasNew: false });

  expect(TestBed.inject(ReadAhead).take('/api/tickets/7/timeline')).toBeUndefined();
  (await requested('/api/tickets?ids=7')).flush([SEVEN]); // for the list
  await idle();
  await requested('/api/tickets/7');
  await requested('/api/tickets/7/timeline');
});

it('reads nothing ahead for somebody who saves data', async () => {
  Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
  await openEight();

  expect(becomeIdle).toBeUndefined();
});
