import { Logger } from '@nestjs/common';
import { type ServerAddress } from '../data-source-options';
import { SessionClient } from '../session-client';
import { ChangeBell } from './change-bell';
import { LocalBell } from './local-bell';

const CHANNEL = 'docket_changes';

/**
 * Minimum time between two notifications, in milliseconds. PostgreSQL commits notifying transactions one after the other, so a
 * notification in each writing transaction would halve their rate.
 */
const NOTIFY_INTERVAL_MS = 50;

/** Delays before the listening connection is opened again, in milliseconds; the last one repeats. A half of each is random. */
const RECONNECT_MS = [100, 300, 1000, 3000, 5000];

/** The bell of a PostgreSQL server, by NOTIFY. A connection of its own listens while there are listeners. */
export class NotifyBell extends ChangeBell {
  private readonly logger = new Logger('ChangeBell');
  private readonly local = new LocalBell();
  private listeners = 0;
  private connection?: SessionClient;
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
    const { url, isPooled } = this.address;
    const client = new SessionClient({ connectionString: url, isPooled, application_name: 'docket', keepAlive: true });
    this.connection = client;
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    client.on('notification', () => this.local.ring());
    client
      .connect()
      .then(() => client.query(`LISTEN ${CHANNEL}`))
      .then(() => {
        this.failures = 0;
        this.local.ring(); // for changes while nobody listened
      })
      .catch(() => this.reconnect(client));
  }

  private reconnect(client: SessionClient): void {
    if (this.connection !== client) return;
    this.connection = undefined;
    client.connection.stream.destroy();
    if (this.failures === 0) this.logger.warn('The connection that listens for changes is lost. Changes arrive later');
    const delay = RECONNECT_MS[Math.min(this.failures++, RECONNECT_MS.length - 1)] ?? 0;
    this.reconnecting = setTimeout(() => this.connect(), delay / 2 + (Math.random() * delay) / 2).unref();
  }

  private disconnect(): void {
    const { connection } = this;
    this.connection = undefined;
    clearTimeout(this.reconnecting);
    connection?.connection.stream.destroy();
  }
}
