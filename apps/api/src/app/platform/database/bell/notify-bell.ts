import { Logger } from '@nestjs/common';
import { openSession } from '../hosts/open-session';
import type { ServerAddress } from '../hosts/server-address';
import type { SessionClient } from '../session-client';
import { ChangeBell } from './change-bell';
import { LocalBell } from './local-bell';

const CHANNEL = 'docket_changes';

/**
 * Minimum time between two notifications, in milliseconds. PostgreSQL commits notifying transactions one after the other, so a
 * notification in each writing transaction would halve their rate.
 */
const NOTIFY_INTERVAL_MS = 50;

/** Delays before the listening connection is opened again, in milliseconds; the last one repeats. A half of each is random. */
export const RECONNECT_MS = [100, 300, 1000, 3000, 5000];

/** Time for opening the listening connection, in milliseconds. */
const CONNECTION_TIMEOUT_MS = 5000;

/** The bell of a PostgreSQL server, by NOTIFY. A connection of its own listens while there are listeners. */
export class NotifyBell extends ChangeBell {
  private readonly logger = new Logger('ChangeBell');
  private readonly local = new LocalBell();
  private listeners = 0;
  /** Closes the listening connection, also while it opens; undefined while there is none. */
  private current?: AbortController;
  private failures = 0;
  private reconnecting?: NodeJS.Timeout;
  private notifying?: NodeJS.Timeout;

  /** @param notify sends a notification by a connection of the pool */
  constructor(
    private readonly address: ServerAddress,
    private readonly notify: (sql: string) => Promise<unknown>,
  ) {
    super();
  }

  /** PgBouncer in transaction mode passes no notifications on. */
  get pollMs(): number {
    return this.address.isPooled ? 1000 : this.local.pollMs;
  }

  ring(): void {
    this.local.ring();
    if (this.address.isPooled || this.notifying) return;
    this.notifying = setTimeout(() => {
      this.notifying = undefined;
      this.notify(`NOTIFY ${CHANNEL}`).catch(() => undefined); // others find the change by their next poll
    }, NOTIFY_INTERVAL_MS).unref();
  }

  listen(listener: () => void): () => void {
    const stop = this.local.listen(listener);
    if (++this.listeners === 1 && !this.address.isPooled) this.connect();
    return () => {
      stop();
      if (--this.listeners === 0) this.disconnect();
    };
  }

  private connect(): void {
    const current = (this.current = new AbortController());
    openSession(this.address, {
      application_name: 'docket',
      keepAlive: true,
      connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
      signal: current.signal,
    })
      .then((client) => this.listenOn(client, current))
      .catch(() => this.reconnect(current));
  }

  private async listenOn(client: SessionClient, current: AbortController): Promise<void> {
    client.on('error', () => this.reconnect(current));
    client.on('end', () => this.reconnect(current));
    client.on('notification', () => this.local.ring());
    await client.query(`LISTEN ${CHANNEL}`);
    this.failures = 0;
    this.local.ring(); // for changes before the connection listened
  }

  private reconnect(lost: AbortController): void {
    if (this.current !== lost) return;
    this.current = undefined;
    lost.abort();
    if (this.failures === 0) this.logger.warn('The connection that listens for changes is lost. Changes arrive later');
    const delay = RECONNECT_MS[Math.min(this.failures++, RECONNECT_MS.length - 1)] ?? 0;
    this.reconnecting = setTimeout(() => this.connect(), delay / 2 + (Math.random() * delay) / 2).unref();
  }

  private disconnect(): void {
    const { current } = this;
    this.current = undefined;
    clearTimeout(this.reconnecting);
    current?.abort();
  }
}
