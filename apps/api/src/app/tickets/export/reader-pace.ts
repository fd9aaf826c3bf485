/** Bytes that a reader has to take, each second on average: an export of 100 MB then takes an hour at most. */
const MIN_BYTES_PER_SECOND = 32 * 1024;

/** Time of waiting for the reader over which the rate counts, in milliseconds. Time in which the database works does not count. */
const WINDOW_MS = 60_000;

/** A reader took too little. Its client continues by the parameter `after`. */
export class SlowReaderError extends Error {
  override readonly name = 'SlowReaderError';

  constructor(bytes: number) {
    super(
      `The reader of the export is too slow: it took at most ${bytes} bytes while the export waited for it for a minute`,
    );
  }
}

/** Measures how fast the reader of an export takes its text. A slow one would keep one of two exports from others. */
export class ReaderPace {
  private leftMs = WINDOW_MS;
  /** Bytes that were taken in this window. */
  private bytes = 0;
  /** Bytes of the text that the reader is taking, maybe all but the last one. */
  private pending = 0;
  private startedAt = 0;
  private timer?: NodeJS.Timeout;

  /** @param fail ends the export */
  constructor(private readonly fail: (error: Error) => void) {}

  /** There is text, and the reader has to take it. */
  wait(bytes: number): void {
    this.pending = bytes;
    this.start();
  }

  /** The reader has taken it, or is gone. */
  take(): void {
    clearTimeout(this.timer);
    this.bytes += this.pending;
    this.leftMs = Math.max(0, this.leftMs - (performance.now() - this.startedAt));
  }

  private start(): void {
    this.startedAt = performance.now();
    this.timer = setTimeout(() => this.endWindow(), this.leftMs);
  }

  private endWindow(): void {
    const taken = this.bytes + this.pending; // at most
    if (taken < (MIN_BYTES_PER_SECOND * WINDOW_MS) / 1000) return this.fail(new SlowReaderError(taken));
    this.bytes = 0;
    this.leftMs = WINDOW_MS;
    this.start();
  }
}
