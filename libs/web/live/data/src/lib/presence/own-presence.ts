import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, inject } from '@angular/core';
import { PRESENCE_BEAT_MS, type Presence } from '@docket/domain';
import { Session } from '@docket/web/people/data';

/** Delay before an opened ticket is reported, in ms: the person may only be stepping through the list. */
const SETTLE_MS = 500;

/** Time after which a background tab no longer counts as present, in ms. */
const HIDDEN_MS = 60_000;

/** Time without input after which the person counts as away, in ms. */
const IDLE_MS = 10 * 60_000;
const INPUTS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

const PRESENCE_URL = '/api/presence';

/** Reports the open ticket of this tab, and whether its person is replying. Each tab reports separately. */
@Injectable({ providedIn: 'root' })
export class OwnPresence {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly tab = [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('');
  private shown?: { readonly ticketId: number; readonly doing: Presence };
  /** Whether the API knows this tab's open ticket. */
  private isTold = false;
  /** Whether a ticket is open, but the person is away. */
  private isAway = false;
  private hiddenAt?: number;
  private inputAt = performance.now();
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    const listening = new AbortController();
    const options = { signal: listening.signal, capture: true, passive: true };
    document.addEventListener('visibilitychange', () => this.followVisibility(), options);
    for (const input of INPUTS) document.addEventListener(input, () => this.followInput(), options);
    addEventListener('online', () => this.beatAfter(0), options);
    addEventListener('pagehide', () => this.leave(), options);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      listening.abort();
    });
  }

  show(ticketId: number, doing: Presence): void {
    const isSame = this.shown?.ticketId === ticketId && this.isTold;
    this.shown = { ticketId, doing };
    this.beatAfter(isSame ? 0 : SETTLE_MS);
  }

  /** Call when the ticket is closed. */
  hide(): void {
    this.shown = undefined;
    this.beatAfter(0);
  }

  private beatAfter(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.beat(), ms);
  }

  /** Reports the presence. Ignores failures, because the next report repeats the request. */
  private beat(): void {
    const now = performance.now();
    const isHere = this.shown !== undefined && now - (this.hiddenAt ?? now) < HIDDEN_MS && now - this.inputAt < IDLE_MS;
    this.isAway = this.shown !== undefined && !isHere;
    if (isHere) this.beatAfter(PRESENCE_BEAT_MS);
    if (!this.session.user() || this.session.hasEnded() || (!isHere && !this.isTold)) return;
    this.isTold = isHere;
    this.http.put(PRESENCE_URL, this.state(isHere)).subscribe({ error: () => undefined });
  }

  private state(isHere: boolean): object {
    const { tab } = this;
    return this.shown && isHere
      ? { tab, ticket_id: this.shown.ticketId, doing: this.shown.doing }
      : { tab, ticket_id: null };
  }

  private followVisibility(): void {
    this.hiddenAt = document.hidden ? performance.now() : undefined;
    if (!document.hidden) this.followInput();
  }

  private followInput(): void {
    this.inputAt = performance.now();
    if (this.isAway) this.beatAfter(0);
  }

  /** Reports the end of the presence with `keepalive`, because the browser cancels other requests when the page is left. */
  private leave(): void {
    if (!this.isTold) return;
    clearTimeout(this.timer);
    this.isTold = false;
    this.isAway = this.shown !== undefined; // the page may return from the browser's cache
    const body = JSON.stringify(this.state(false));
    void fetch(PRESENCE_URL, {
      method: 'PUT',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body,
    }).catch(() => undefined);
  }
}
