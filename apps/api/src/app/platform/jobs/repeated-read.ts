import { SYSTEM_ACTOR } from '../context/actor';
import { type WorkContext, runInContext } from '../context/work-context';
import type { ChangeBell } from '../database/bell/change-bell';

interface RepeatedReadOptions {
  /** Identifies the reads in the log. */
  readonly name: string;
  /** Minimum time between two reads, in milliseconds: many changes at once cost one read. */
  readonly intervalMs: number;
  /** Reads once. Resolves to the time until the next read if the bell does not ring before, in milliseconds. */
  readonly read: () => Promise<number>;
}

/** Reads what has changed whenever the bell rings, and from time to time. */
export class RepeatedRead {
  private timer?: NodeJS.Timeout;
  private dueAt = Infinity;
  private readAt = -Infinity;
  private isReading = false;
  private reading?: Promise<void>;
  private hasRung = false;
  private isStopped = false;
  private readonly stopListening: () => void;

  constructor(
    private readonly bell: ChangeBell,
    private readonly options: RepeatedReadOptions,
  ) {
    this.stopListening = bell.listen(() => this.wake());
    this.readWithin(bell.pollMs);
  }

  stop(): void {
    this.isStopped = true;
    this.stopListening();
    clearTimeout(this.timer);
  }

  /** Resolves when a read that is running has ended. */
  async idle(): Promise<void> {
    await this.reading;
  }

  /** Reads soon, as if the bell had rung. */
  wake(): void {
    if (this.isReading) this.hasRung = true;
    else this.readWithin(this.readAt + this.options.intervalMs - performance.now());
  }

  /** Reads after a time at most; a read that is due earlier stays. */
  private readWithin(ms: number): void {
    const dueAt = performance.now() + Math.max(0, ms);
    if (this.isStopped || dueAt >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = dueAt;
    const read = () => void (this.reading = this.readOn());
    this.timer = setTimeout(read, Math.max(0, ms)).unref();
  }

  private async readOn(): Promise<void> {
    const { name, intervalMs, read } = this.options;
    const context: WorkContext = { actor: SYSTEM_ACTOR, requestId: name };
    this.dueAt = Infinity;
    this.isReading = true;
    this.hasRung = false;
    // A context of its own, because the request that rang the bell has a deadline. A failed read, such as without the database, is
    // repeated like any other.
    const pauseMs = await runInContext(context, read).catch(() => this.bell.pollMs);
    this.readAt = performance.now();
    this.isReading = false;
    this.readWithin(this.hasRung ? intervalMs : Math.max(intervalMs, pauseMs));
  }
}
