import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM_ACTOR } from '../context/actor';
import { runInContext } from '../context/work-context';

/** Work that this process repeats. */
export interface JobOptions {
  /** For the ids of its passes in the log. */
  readonly name: string;
  /** Time from the start to the first pass, in milliseconds: the start has enough to do. */
  readonly firstMs: number;
  /** Time between two passes, in milliseconds. */
  readonly intervalMs: number;
  /** One pass. It ends early when the signal aborts. */
  readonly pass: (signal: AbortSignal) => Promise<void>;
  /** Called with the error of a failed pass; the next pass follows all the same. Not for a pass that the stop ended. */
  readonly onFailure: (error: unknown) => void;
}

/** Repeats work as the system, one pass at a time, until the process stops. */
export class RepeatedJob {
  private readonly stopping = new AbortController();
  private running?: Promise<void>;

  constructor(private readonly options: JobOptions) {}

  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  start(): void {
    this.running = this.repeat();
  }

  /** Resolves when a running pass has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async repeat(): Promise<void> {
    const { name, firstMs, intervalMs, pass, onFailure } = this.options;
    for (let pause = firstMs; ; pause = intervalMs) {
      await sleep(pause, undefined, { signal: this.signal, ref: false }).catch(() => undefined);
      if (this.signal.aborted) return;
      const context = { actor: SYSTEM_ACTOR, requestId: `${name}-${randomUUID()}` };
      await runInContext(context, () => pass(this.signal)).catch((error: unknown) => {
        if (!this.signal.aborted) onFailure(error);
      });
    }
  }
}
