import type { PresenceUpdate } from './presence/present-people';

/** A change of a ticket, as sent by the API. */
export interface LiveChange {
  readonly kind: string;
  /** Absent for an import. */
  readonly ticket_id?: number;
}

/** Callbacks of a connection. */
export interface LiveListener {
  readonly changed: (change: LiveChange) => void;
  readonly present: (update: PresenceUpdate) => void;
  /** Changes were missed, so the displayed data may be outdated. */
  readonly missed: () => void;
  readonly connected: () => void;
  readonly lost: () => void;
}

/** Maximum silence, in ms. The server sends data at least every 10 s. */
const SILENCE_MS = 25_000;

/**
 * Delay before the first reconnection, in ms. It doubles up to the maximum; half of it is random, so that clients do not reconnect at the
 * same time.
 */
const RETRY_MS = 1_000;
const RETRY_MAX_MS = 30_000;

/**
 * Connection to the stream of changes, which reconnects without limit. After a lost network, the browser resumes without missing a change.
 * After any other end, the connection starts anew and reports missed changes.
 */
export class LiveConnection {
  private source?: EventSource;
  private silence?: ReturnType<typeof setTimeout>;
  private retry?: ReturnType<typeof setTimeout>;
  private failures = 0;
  private hasGap = false;
  private readonly goOnline = () => this.retry && this.connect();
  /** The browser reports this immediately; the connection itself may seem alive for minutes. */
  private readonly goOffline = () => this.lose();

  constructor(private readonly listener: LiveListener) {
    addEventListener('online', this.goOnline);
    addEventListener('offline', this.goOffline);
    this.connect();
  }

  close(): void {
    removeEventListener('online', this.goOnline);
    removeEventListener('offline', this.goOffline);
    clearTimeout(this.retry);
    this.disconnect();
  }

  private connect(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    const source = new EventSource('/api/events');
    this.source = source;
    this.expectNews();
    source.addEventListener('ready', () => {
      this.failures = 0;
      this.expectNews();
      if (this.hasGap) this.listener.missed();
      this.hasGap = false;
      this.listener.connected();
    });
    source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      this.expectNews();
      this.listener.changed(JSON.parse(data) as LiveChange);
    });
    source.addEventListener('presence', ({ data }: MessageEvent<string>) => {
      this.expectNews();
      this.listener.present(JSON.parse(data) as PresenceUpdate);
    });
    source.addEventListener('reset', () => this.listener.missed());
    source.addEventListener('ping', () => this.expectNews());
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) this.lose();
      else this.listener.lost();
    });
  }

  /** Restarts the timer that detects dead connections, for example after a laptop has slept. */
  private expectNews(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.lose(), SILENCE_MS);
  }

  /** Closes the connection and schedules a new one. */
  private lose(): void {
    this.listener.lost();
    this.disconnect();
    this.hasGap = true;
    const delay = Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** this.failures++);
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.connect(), delay / 2 + (Math.random() * delay) / 2);
  }

  private disconnect(): void {
    clearTimeout(this.silence);
    this.source?.close();
    this.source = undefined;
  }
}
