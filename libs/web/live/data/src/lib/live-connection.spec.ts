import { LiveConnection, type LiveListener } from './live-connection';

/** A fake EventSource, which jsdom lacks. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static all: FakeEventSource[] = [];
  readyState = 0;

  constructor(readonly url: string) {
    super();
    FakeEventSource.all.push(this);
  }

  send(type: string, data = '{}'): void {
    this.readyState = 1;
    this.dispatchEvent(new MessageEvent(type, { data }));
  }

  /** Fails like a response with an error status. */
  fail(): void {
    this.readyState = FakeEventSource.CLOSED;
    this.dispatchEvent(new Event('error'));
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }
}

let connection: LiveConnection;
let listener: jest.Mocked<LiveListener>;
const source = () => FakeEventSource.all.at(-1)!;

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { EventSource: FakeEventSource });
  FakeEventSource.all = [];
  listener = { changed: jest.fn(), present: jest.fn(), missed: jest.fn(), connected: jest.fn(), lost: jest.fn() };
  connection = new LiveConnection(listener);
});
afterEach(() => {
  connection.close();
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'EventSource');
});

it('tells of changes', () => {
  source().send('ready');
  source().send('change', '{"kind":"ticket.changed","ticket_id":7}');

  expect(source().url).toBe('/api/events');
  expect(listener.connected).toHaveBeenCalledTimes(1);
  expect(listener.changed).toHaveBeenCalledWith({ kind: 'ticket.changed', ticket_id: 7 });
  expect(listener.missed).not.toHaveBeenCalled();
});

it('tells who is present', () => {
  source().send('ready');
  source().send('presence', '{"complete":true,"tickets":[]}');

  expect(listener.present).toHaveBeenCalledWith({ complete: true, tickets: [] });
});

it('leaves a lost network to the browser, which resumes without missing a change', () => {
  source().send('ready');
  source().readyState = 0;
  source().dispatchEvent(new Event('error'));
  expect(listener.lost).toHaveBeenCalledTimes(1);

  source().send('ready');

  expect(FakeEventSource.all).toHaveLength(1);
  expect(listener.missed).not.toHaveBeenCalled();
  expect(listener.connected).toHaveBeenCalledTimes(2);
});

it('connects again after a refusal, later and later, and tells that changes were missed', () => {
  for (const delay of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    source().fail();
    const attempts = FakeEventSource.all.length;
    jest.advanceTimersByTime(delay / 2 - 1);
    expect(FakeEventSource.all).toHaveLength(attempts);
    jest.advanceTimersByTime(delay / 2 + 1);
    expect(FakeEventSource.all).toHaveLength(attempts + 1);
  }
  source().send('ready');

  expect(listener.missed).toHaveBeenCalledTimes(1);
});

it('takes a silent connection for lost', () => {
  source().send('ready');
  jest.advanceTimersByTime(20_000);
  source().send('ping');
  jest.advanceTimersByTime(20_000);
  expect(listener.lost).not.toHaveBeenCalled();

  const silent = source();
  jest.advanceTimersByTime(6_000);

  expect(listener.lost).toHaveBeenCalledTimes(1);
  expect(silent.readyState).toBe(FakeEventSource.CLOSED);
  expect(source()).not.toBe(silent);
});

it('ends when the network goes, and connects as soon as it is back', () => {
  source().send('ready');
  window.dispatchEvent(new Event('offline'));
  expect(listener.lost).toHaveBeenCalledTimes(1);

  window.dispatchEvent(new Event('online'));

  expect(FakeEventSource.all).toHaveLength(2);
});

it('tells of a reset', () => {
  source().send('reset');

  expect(listener.missed).toHaveBeenCalledTimes(1);
});

it('stays closed', () => {
  connection.close();
  window.dispatchEvent(new Event('offline'));
  window.dispatchEvent(new Event('online'));
  jest.advanceTimersByTime(60_000);

  expect(FakeEventSource.all).toHaveLength(1);
});
