import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { TicketChanges } from '@docket/web/tickets/data';
import { type LiveChange, LiveConnection, type LiveListener } from './live-connection';
import { type PresenceUpdate, PresentPeople } from './presence/present-people';

/** Whether changes of others arrive live. */
export interface LiveState {
  readonly isLive: boolean;
  /** Time since which this has been so, in ms since 1970. */
  readonly since: number;
}

/** A message between tabs: from the tab with the connection, or a new tab's question. */
type TabMessage =
  | { readonly kind: 'changed'; readonly change: LiveChange }
  | { readonly kind: 'present'; readonly update: PresenceUpdate }
  | { readonly kind: 'missed' }
  | { readonly kind: 'state'; readonly state: LiveState }
  | { readonly kind: 'ask' };

const LOCK = 'docket.live';

/**
 * Maximum time for collecting changes before they are announced, in ms. The time is random, so that clients do not send requests
 * simultaneously.
 */
const COLLECT_MS = 250;

/**
 * Announces changes of others. The tabs of a browser share one connection, because browsers allow six per site: the tab that holds a Web
 * Lock connects and informs the others. Over plain HTTP, there are no Web Locks, so each tab connects.
 */
@Injectable({ providedIn: 'root' })
export class LiveFeed {
  private readonly changes = inject(TicketChanges);
  private readonly people = inject(PresentPeople);
  private readonly current = signal<LiveState | undefined>(undefined);
  private readonly otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel(LOCK) : undefined;
  private stopping?: AbortController;
  private isConnected = false;
  private collecting?: ReturnType<typeof setTimeout>;
  private ids = new Set<number>();
  private hasNew = false;

  /** Undefined until the first connection has succeeded or failed. */
  readonly state = this.current.asReadonly();

  constructor() {
    this.otherTabs?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => this.receive(data));
    inject(DestroyRef).onDestroy(() => {
      this.stop();
      this.otherTabs?.close();
    });
  }

  /** Call when a person who may read tickets uses the page. */
  start(): void {
    if (this.stopping || !('EventSource' in globalThis)) return;
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    const connect = () => this.connect(signal);
    // When this tab closes or stops, the browser gives the lock to the next tab.
    if (navigator.locks) navigator.locks.request(LOCK, { signal }, connect).catch(() => undefined);
    else void connect();
    this.tell({ kind: 'ask' });
  }

  stop(): void {
    this.stopping?.abort();
    this.stopping = undefined;
    clearTimeout(this.collecting);
    this.collecting = undefined;
    this.people.forget();
  }

  /** Holds a connection until it is stopped. */
  private connect(signal: AbortSignal): Promise<void> {
    const both = (message: TabMessage) => {
      this.tell(message);
      this.receive(message);
    };
    const become = (isLive: boolean) => {
      if (this.current()?.isLive !== isLive) both({ kind: 'state', state: { isLive, since: Date.now() } });
    };
    const listener: LiveListener = {
      changed: (change) => both({ kind: 'changed', change }),
      present: (update) => both({ kind: 'present', update }),
      missed: () => both({ kind: 'missed' }),
      connected: () => become(true),
      lost: () => become(false),
    };
    const connection = new LiveConnection(listener);
    this.isConnected = true;
    return new Promise((resolve) =>
      signal.addEventListener('abort', () => {
        connection.close();
        this.isConnected = false;
        resolve();
      }),
    );
  }

  private tell(message: TabMessage): void {
    this.otherTabs?.postMessage(message);
  }

  private receive(message: TabMessage): void {
    if (!this.stopping) return;
    if (message.kind === 'ask') this.answer();
    else if (message.kind === 'state') this.become(message.state);
    else if (message.kind === 'present') this.people.update(message.update);
    else if (message.kind === 'missed') this.changes.announceElsewhere({ kind: 'elsewhere', ids: 'all', hasNew: true });
    else if (message.kind === 'changed') this.collect(message.change);
  }

  /** Sends the current state to a new tab. */
  private answer(): void {
    const state = this.current();
    if (!this.isConnected || !state) return;
    this.tell({ kind: 'state', state });
    this.tell({ kind: 'present', update: this.people.snapshot() });
  }

  private become(state: LiveState): void {
    this.current.set(state);
    if (!state.isLive) this.people.forget();
  }

  private collect({ ticket_id }: LiveChange): void {
    if (ticket_id === undefined) this.hasNew = true;
    else this.ids.add(ticket_id);
    this.collecting ??= setTimeout(() => {
      const { ids, hasNew } = this;
      this.collecting = undefined;
      this.ids = new Set();
      this.hasNew = false;
      this.changes.announceElsewhere({ kind: 'elsewhere', ids, hasNew });
    }, Math.random() * COLLECT_MS);
  }
}
