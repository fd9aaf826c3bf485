import { TestBed } from '@angular/core/testing';
import type { Ticket } from './ticket';
import { type TicketChange, TicketChanges } from './ticket-changes';

const change = { kind: 'changed', ticket: { id: 7 } as Ticket } as const;

/** A fake BroadcastChannel that delivers messages to all other channels of the same name. */
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

  it('announces a change in this tab once', () => {
    const received: TicketChange[] = [];
    const changes = TestBed.inject(TicketChanges);
    changes.changes.subscribe((announced) => received.push(announced));

    changes.announce(change);

    expect(received).toEqual([change]);
  });

  it('receives changes from other tabs, and announces its own there', () => {
    const otherTab = new FakeChannel('docket.tickets');
    const received: unknown[] = [];
    otherTab.addEventListener('message', (message) => received.push((message as MessageEvent).data));
    const changes = TestBed.inject(TicketChanges);
    changes.changes.subscribe((announced) => received.push(announced));

    otherTab.postMessage(change);
    changes.announce({ ...change, kind: 'filed' });

    expect(received).toEqual([change, { ...change, kind: 'filed' }, { ...change, kind: 'filed' }]);
  });

  it('highlights a changed ticket for 3 seconds and a filed one for 60', () => {
    const changes = TestBed.inject(TicketChanges);
    changes.announce(change);
    changes.announce({ ...change, kind: 'filed', ticket: { ...change.ticket, id: 8 } });
    expect([...changes.highlightedIds()]).toEqual([7, 8]);

    jest.advanceTimersByTime(3_000);
    expect([...changes.highlightedIds()]).toEqual([8]);

    jest.advanceTimersByTime(60_000);
    expect(changes.highlightedIds().size).toBe(0);
  });

  it('announces an import without highlighting a ticket', () => {
    const received: TicketChange[] = [];
    const changes = TestBed.inject(TicketChanges);
    changes.changes.subscribe((announced) => received.push(announced));

    changes.announce({ kind: 'imported' });

    expect(received).toEqual([{ kind: 'imported' }]);
    expect(changes.highlightedIds().size).toBe(0);
  });
});
