import type { PresenceUpdate } from './presence/present-people';

/** A change of a ticket, as the API tells it. */
export interface LiveChange {
  readonly kind: string;
  /** Absent for an import. */
  readonly ticket_id?: number;
}

/** What a connection tells. */
export interface LiveListener {
  readonly changed: (change: LiveChange) => void;
  readonly present: (update: PresenceUpdate) => void;
  /** Changes were missed, so everything on the screen may be old. */
  readonly missed: () => void;
  readonly connected: () => void;
  readonly lost: () => void;
}

/** The server sends something at least every 10 s. */
const SILENCE_MS = 25_000;

/** Time before the first new attempt, in ms. It doubles up to the maximum, and a random half of it goes, so that not all come at once. */
const RETRY_MS = 1_000;
const RETRY_MAX_MS = 30_000;

/**
 * The connection to the stream of changes. It reconnects for ever. A browser that only lost the network resumes by itself, without
 * missing a change; after any other end, the connection starts anew and tells that changes were missed.
 */
export class LiveConnection {
  private source?: EventSource;
  private silence?: ReturnType<typeof setTimeout>;
  private retry?: ReturnType<typeof setTimeout>;
  private failures = 0;
  private hasGap = false;
  private readonly goOnline = () => this.retry && this.connect();
  /** The browser knows it at once; the connection itself may look alive for minutes. */
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

  /** A laptop that slept may keep a connection that no longer exists. */
  private expectNews(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.lose(), SILENCE_MS);
  }

  /** Ends the connection, and makes a new one later. */
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
