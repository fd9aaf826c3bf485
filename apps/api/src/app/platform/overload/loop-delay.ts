import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

/** Time between two samples, in milliseconds. */
const SAMPLE_INTERVAL_MS = 500;

/** Delay of a timer from which the process is busy, in milliseconds: an eighth of the time of a request. */
const BUSY_DELAY_MS = 1000;

/**
 * Samples in a row after which the process is overloaded. A single one may be one slow query of the embedded database, which blocks
 * the process, or a machine that slept.
 */
const BUSY_SAMPLES = 3;

/** Measures the delay of the event loop: how late timers run, and how long requests wait before their first handler. */
@Injectable()
export class LoopDelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private busySamples = 0;
  private timer?: NodeJS.Timeout;

  /** Whether the last {@link BUSY_SAMPLES} samples were all busy. */
  get isHigh(): boolean {
    return this.busySamples >= BUSY_SAMPLES;
  }

  onApplicationBootstrap(): void {
    let last = performance.now();
    this.timer = setInterval(() => {
      const now = performance.now();
      this.sample(now - last - SAMPLE_INTERVAL_MS);
      last = now;
    }, SAMPLE_INTERVAL_MS).unref();
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** @param delayMs how late a timer was, in milliseconds */
  sample(delayMs: number): void {
    this.busySamples = delayMs >= BUSY_DELAY_MS ? this.busySamples + 1 : 0;
  }
}
