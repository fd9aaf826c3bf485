import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { LiveFeed } from '@docket/web/live/data';
import { TicketChanges } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { FILED, aChange, openConversation, timelineTexts } from '../../testing/conversation';
import { findByText } from '../../testing/elements';
import { EIGHT, requested, verifyRequests } from '../../testing/tickets-page';

/** A fake EventSource that plays the API's events. */
class FakeEventSource extends EventTarget {
  static current: FakeEventSource;
  static readonly CLOSED = 2;
  constructor() {
    super();
    FakeEventSource.current = this;
  }
  tell(event: string, data: object = {}): void {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }
  close(): void {
    // Required by the interface.
  }
}

let feed: LiveFeed | undefined;

beforeEach(() => void Object.assign(globalThis, { EventSource: FakeEventSource }));
afterEach(() => {
  feed?.stop();
  verifyRequests();
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'EventSource');
});

/** Starts the feed of other people's changes. */
function follow(): void {
  feed = TestBed.inject(LiveFeed);
  feed.start();
  FakeEventSource.current.tell('ready');
}

it('follows 10,000 changes of the open ticket in five seconds with fewer than 20 requests, and shows the last one', async () => {
  await openConversation();
  jest.useFakeTimers(); // opening the page needs the real clock; the rest of the test does not
  follow();
  const announced: number[] = [];
  TestBed.inject(TicketChanges).changes.subscribe(
    (change) => change.kind === 'elsewhere' && change.ids !== 'all' && announced.push(change.ids.size),
  );
  let version = 0;
  const sent: string[] = [];

  for (let step = 0; step < 140; step++) {
    for (let n = 0; n < 100 && version < 10_000; n++) {
      version++;
      const change = { kind: 'ticket.changed', ticket_id: 8, fields: ['title'], event_id: version };
      FakeEventSource.current.tell('change', change);
    }
    await jest.advanceTimersByTimeAsync(50);
    TestBed.tick();
    sent.push(...respond(version));
  }

  expect(version).toBe(10_000);
  expect(announced.length).toBeLessThan(100);
  expect(new Set(announced)).toEqual(new Set([1])); // one ticket per announcement
  expect(sent.length).toBeGreaterThan(3);
  expect(sent.length).toBeLessThan(20);
  expect(findByText('docket-ticket-panel h2', 'Version 10000')).toBeTruthy();
  expect(findByText('a[data-ticket]', 'Version 10000')).toBeTruthy();
  expect(timelineTexts().at(-1)).toContain('Version 10000');
});

/** Responds to all requests for tickets and their timelines, like an API that has stored this number of changes. Returns their URLs. */
function respond(version: number): string[] {
  const requests = TestBed.inject(HttpTestingController).match(({ url }) => url !== '/api/presence');
  const updated_at = new Date(Date.UTC(2027, 0, 1) + version).toISOString();
  const changed = { ...EIGHT, title: `Version ${version}`, updated_at };
  for (const { request, flush } of requests.map((each) => ({ request: each.request, flush: each.flush.bind(each) }))) {
    if (request.url.endsWith('/timeline')) {
      flush([aChange(version + 1, { title: ['Eight', changed.title] }), FILED]);
    } else flush(request.url === '/api/tickets/8' ? changed : [changed]);
  }
  return requests.map(({ request }) => request.urlWithParams);
}

it('loads the ticket again if it changes while it is loading: the response may be older', async () => {
  await openConversation();
  follow();
  const changed = { kind: 'ticket.changed', ticket_id: 8, fields: ['title'] };

  FakeEventSource.current.tell('change', changed);
  const first = await requested('/api/tickets/8');
  (await requested('/api/tickets/8/timeline')).flush([FILED]);
  (await requested('/api/tickets?ids=8')).flush([EIGHT]);
  FakeEventSource.current.tell('change', changed);
  (await requested('/api/tickets/8/timeline')).flush([FILED]);
  first.flush(EIGHT);

  (await requested('/api/tickets/8')).flush({ ...EIGHT, title: 'The newest title' });
  await eventually(() => expect(findByText('docket-ticket-panel h2', 'The newest title')).toBeTruthy());
  (await requested('/api/tickets?ids=8')).flush([EIGHT]);
});
