import { TestBed } from '@angular/core/testing';
import { type TicketChange, TicketChanges } from './ticket-changes';

const change = { kind: 'changed', ticket: { id: 7 } } as TicketChange;

/** Stands in for the browser's: passes a message to all other channels of that name. */
class FakeChannel extends EventTarget {
  static readonly open: FakeChannel[] = [];
  constructor(readonly name: string) {
    super();
    FakeChannel.open.push(this);
  }
  postMessage(data: unknown): void {
    for (const other of FakeChannel.open) {
      if (other !== this && other.name === this.name) other.dispatchEvent(new MessageEvent('message', { data }));
    }
  }
  close(): void {
    FakeChannel.open.splice(FakeChannel.open.indexOf(this), 1);
  }
}

describe('TicketChanges', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { BroadcastChannel: FakeChannel });
  });

  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  });

  it('tells this tab once', () => {
    const heard: TicketChange[] = [];
    const changes = TestBed.inject(TicketChanges);
    changes.changes.subscribe((one) => heard.push(one));

    changes.announce(change);

    expect(heard).toEqual([change]);
  });

  it('hears of, and tells, the other tabs', () => {
    const otherTab = new FakeChannel('docket.tickets');
    const heard: unknown[] = [];
    otherTab.addEventListener('message', (message) => heard.push((message as MessageEvent).data));
    const changes = TestBed.inject(TicketChanges);
    changes.changes.subscribe((one) => heard.push(one));

    otherTab.postMessage(change);
    changes.announce({ ...change, kind: 'filed' });

    expect(heard).toEqual([change, { ...change, kind: 'filed' }, { ...change, kind: 'filed' }]);
  });

  it('calls a changed ticket fresh for three seconds, and a filed one long enough to be looked for', () => {
    const changes = TestBed.inject(TicketChanges);
    changes.announce(change);
    changes.announce({ ...change, kind: 'filed', ticket: { ...change.ticket, id: 8 } });
    expect([...changes.fresh()]).toEqual([7, 8]);

    jest.advanceTimersByTime(3_000);
    expect([...changes.fresh()]).toEqual([8]);

    jest.advanceTimersByTime(60_000);
    expect(changes.fresh().size).toBe(0);
  });
});
