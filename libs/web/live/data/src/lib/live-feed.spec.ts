import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { type TicketChange, TicketChanges } from '@docket/web/tickets/data';
import { LiveConnection } from './live-connection';
import { LiveFeed } from './live-feed';
import { PresentPeople } from './presence/present-people';

jest.mock('./live-connection');

/** A fake BroadcastChannel that records the feed's messages to other tabs, and plays theirs. */
class FakeChannel extends EventTarget {
  static current: FakeChannel;
  readonly sent: unknown[] = [];
  constructor(readonly name: string) {
    super();
    if (name === 'docket.live') FakeChannel.current = this;
  }
  postMessage(data: unknown): void {
    this.sent.push(data);
  }
  receive(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  close(): void {
    // Required by the interface.
  }
}

let feed: LiveFeed;
let present: PresentPeople;
let announced: TicketChange[];
const listener = () => jest.mocked(LiveConnection).mock.calls.at(-1)![0];

beforeEach(() => {
  jest.useFakeTimers();
  jest.mocked(LiveConnection).mockClear();
  Object.assign(globalThis, { EventSource: class {}, BroadcastChannel: FakeChannel });
  TestBed.configureTestingModule({ providers: [provideHttpClient()] });
  feed = TestBed.inject(LiveFeed);
  present = TestBed.inject(PresentPeople);
  announced = [];
  TestBed.inject(TicketChanges).changes.subscribe((change) => announced.push(change));
});
afterEach(() => {
  feed.stop();
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'EventSource');
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  Reflect.deleteProperty(navigator, 'locks');
});

/** Fakes the lock manager. The returned function gives the lock to this tab. */
function lock(): () => void {
  let grant: () => void = () => undefined;
  const request = (_name: string, _options: object, callback: () => Promise<void>) =>
    new Promise<void>((resolve) => (grant = () => resolve(callback())));
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
  return () => grant();
}

it('announces changes together, and tells other tabs of each', () => {
  feed.start();
  listener().changed({ kind: 'ticket.changed', ticket_id: 7 });
  listener().changed({ kind: 'message.added', ticket_id: 8 });
  jest.advanceTimersByTime(250);

  expect(announced).toEqual([{ kind: 'elsewhere', ids: new Set([7, 8]), hasNew: false }]);
  expect(FakeChannel.current.sent).toContainEqual({
    kind: 'changed',
    change: { kind: 'ticket.changed', ticket_id: 7 },
  });
});

it('tells the ids of new tickets, and that an import has others', () => {
  feed.start();
  listener().changed({ kind: 'ticket.created', ticket_id: 9 });
  jest.advanceTimersByTime(250);
  listener().changed({ kind: 'import.batch' });
  jest.advanceTimersByTime(250);

  expect(announced).toEqual([
    { kind: 'elsewhere', ids: new Set([9]), hasNew: false },
    { kind: 'elsewhere', ids: new Set(), hasNew: true },
  ]);
});

it('announces a burst a few times a second only', () => {
  feed.start();
  for (let id = 1; id <= 10_000; id++) {
    listener().changed({ kind: 'ticket.created', ticket_id: id });
    if (id % 100 === 0) jest.advanceTimersByTime(10); // 10,000 in a second
  }
  jest.advanceTimersByTime(250);

  const ids = announced.flatMap((change) => (change.kind === 'elsewhere' ? [...change.ids] : []));
  expect(new Set(ids).size).toBe(10_000);
  expect(announced.length).toBeLessThan(50);
});

it('announces at once that changes were missed', () => {
  feed.start();
  listener().missed();

  expect(announced).toEqual([{ kind: 'elsewhere', ids: 'all', hasNew: true }]);
});

it('connects only in the tab that has the lock, and then says how it is', () => {
  const grant = lock();
  feed.start();
  expect(LiveConnection).not.toHaveBeenCalled();

  grant();
  expect(LiveConnection).toHaveBeenCalledTimes(1);
  expect(feed.state()).toBeUndefined();
  listener().connected();
  expect(feed.state()?.isLive).toBe(true);
  listener().lost();
  listener().lost();
  expect(feed.state()?.isLive).toBe(false);
  expect(FakeChannel.current.sent.filter((message) => (message as { kind: string }).kind === 'state')).toHaveLength(2);
});

it('learns from the tab with the connection', () => {
  lock();
  feed.start();
  expect(FakeChannel.current.sent).toEqual([{ kind: 'ask' }]);
  FakeChannel.current.receive({ kind: 'state', state: { isLive: true, since: 1 } });
  FakeChannel.current.receive({ kind: 'changed', change: { kind: 'ticket.changed', ticket_id: 7 } });
  jest.advanceTimersByTime(250);

  expect(feed.state()).toEqual({ isLive: true, since: 1 });
  expect(announced).toMatchObject([{ ids: new Set([7]) }]);
  expect(FakeChannel.current.sent).toHaveLength(1);
});

it('answers a new tab, if it has the connection', () => {
  feed.start();
  listener().connected();
  FakeChannel.current.sent.length = 0;
  FakeChannel.current.receive({ kind: 'ask' });

  expect(FakeChannel.current.sent[0]).toMatchObject({ kind: 'state', state: { isLive: true } });
});

const BEN_READS = {
  complete: false,
  tickets: [{ ticket_id: 7, people: [{ id: 4, name: 'Ben Okafor', doing: 'reading' }] }],
} as const;
const namesIn7 = () => present.inTicket(7).map(({ name }) => name);

it('knows who is present, and tells other tabs, also a new one', () => {
  feed.start();
  listener().connected();
  listener().present(BEN_READS);
  expect(namesIn7()).toEqual(['Ben Okafor']);
  expect(FakeChannel.current.sent).toContainEqual({ kind: 'present', update: BEN_READS });

  FakeChannel.current.sent.length = 0;
  FakeChannel.current.receive({ kind: 'ask' });
  expect(FakeChannel.current.sent).toContainEqual({ kind: 'present', update: { ...BEN_READS, complete: true } });
});

it.each<[string, () => void]>([
  ['the connection is lost', () => listener().lost()],
  ['it is stopped', () => feed.stop()],
])('knows nobody who is present once %s', (_when, end) => {
  feed.start();
  listener().connected();
  listener().present(BEN_READS);

  end();

  expect(namesIn7()).toEqual([]);
});

it('learns who is present from the tab with the connection', () => {
  lock();
  feed.start();
  FakeChannel.current.receive({ kind: 'present', update: BEN_READS });
  expect(namesIn7()).toEqual(['Ben Okafor']);

  FakeChannel.current.receive({ kind: 'state', state: { isLive: false, since: 1 } });
  expect(namesIn7()).toEqual([]);
});

it('is silent once it is stopped', () => {
  feed.start();
  listener().changed({ kind: 'ticket.changed', ticket_id: 7 });
  feed.stop();
  FakeChannel.current.receive({ kind: 'missed' });
  jest.advanceTimersByTime(1_000);

  expect(announced).toEqual([]);
  const [connection] = jest.mocked(LiveConnection).mock.instances;
  expect(jest.mocked(connection!).close.mock.calls).toHaveLength(1);
});
