import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Global, Injectable, Module, type OnModuleDestroy } from '@nestjs/common';

/** Maximum time until the port closes, in milliseconds. By then, a proxy that checks readiness sends its requests elsewhere. */
const MAX_DRAIN_MS = 2000;
const CHECK_INTERVAL_MS = 20;

/**
 * The orderly stop of the process. While it drains, the readiness probe fails and requests are served. Then the signal aborts and ends
 * long work. The port stays open until no request runs, for two seconds at most. Then the server closes, and running requests finish.
 */
@Injectable()
export class Shutdown implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly controller = new AbortController();
  private running = 0;
  private isDraining = false;

  /** Whether the process stops, or will after its drain. It should receive no more requests. */
  get isStopping(): boolean {
    return this.isDraining || this.signal.aborted;
  }

  /**
   * Serves requests while the readiness probe fails, so that load balancers stop sending them here.
   * @param ms the time that load balancers need to notice, in milliseconds
   */
  async drain(ms: number): Promise<void> {
    this.isDraining = true;
    if (ms > 0) await sleep(ms);
  }

  /** Aborts when long work must end: after the drain. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** @returns a function to call when the request ends */
  countRequest(): () => void {
    this.running++;
    return () => this.running--;
  }

  onModuleDestroy(): void {
    this.controller.abort();
  }

  async beforeApplicationShutdown(): Promise<void> {
    const end = performance.now() + MAX_DRAIN_MS;
    while (this.running > 0 && performance.now() < end) await sleep(CHECK_INTERVAL_MS);
  }
}

@Global()
@Module({ providers: [Shutdown], exports: [Shutdown] })
export class ShutdownModule {}
