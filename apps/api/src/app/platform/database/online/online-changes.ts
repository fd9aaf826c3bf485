import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { SYSTEM_ACTOR } from '../../context/actor';
import { runInContext } from '../../context/work-context';
import { Lease } from './lease';
import type { OnlineChange } from './online-change';
import type { ClosableConnection } from './open-online-connection';

/** Pause before the next attempt, after a failure or while another process works, in milliseconds. */
const RETRY_MS = 15_000;

/** Runs the pending online changes after the start, in one process at a time, in their order. */
export class OnlineChanges implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Database');
  private readonly stopping = new AbortController();
  private running?: Promise<void>;

  /** @param connect opens a connection for the changes; it is closed after them */
  constructor(
    private readonly database: DataSource,
    private readonly changes: readonly OnlineChange[],
    private readonly connect: (signal: AbortSignal) => Promise<ClosableConnection>,
  ) {}

  onApplicationBootstrap(): void {
    const context = { actor: SYSTEM_ACTOR, requestId: `online-changes-${randomUUID()}` };
    this.running = runInContext(context, () => this.run());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort(new Error('The process stops'));
    await this.running;
  }

  /** Resolves when no change is pending, or when the process stops. */
  async finished(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const lease = new Lease(this.database, 'online-changes');
    while (!signal.aborted) {
      try {
        if (!(await this.pending()).length) return;
        if (await lease.run((lost) => this.applyPending(AbortSignal.any([signal, lost])))) continue;
      } catch (error) {
        if (signal.aborted) return;
        this.logger.warn(`An online change of the database failed and will be resumed: ${String(error)}`);
      }
      await sleep(RETRY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  private async applyPending(signal: AbortSignal): Promise<void> {
    const connection = await this.connect(signal);
    try {
      for (const change of await this.pending()) {
        const start = performance.now();
        this.logger.log(`Online change of the database started: ${change.name}`);
        await change.apply(connection);
        await connection.query('UPDATE online_changes SET finished_at = now() WHERE name = $1', [change.name]);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        this.logger.log(`Online change of the database finished after ${seconds} s: ${change.name}`);
      }
    } finally {
      connection.close();
    }
  }

  private async pending(): Promise<OnlineChange[]> {
    const rows = await this.database.query<{ name: string }[]>(
      'SELECT name FROM online_changes WHERE finished_at IS NULL',
    );
    return this.changes.filter((change) => rows.some(({ name }) => name === change.name));
  }
}
