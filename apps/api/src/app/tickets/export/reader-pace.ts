/** Minimum average rate of a reader, in bytes per second: an export of 100 MB then takes at most an hour. */
const MIN_BYTES_PER_SECOND = 32 * 1024;

/** Time of waiting for the reader over which the rate is measured, in milliseconds. Time in which the database works is not included. */
const WINDOW_MS = 60_000;

/** The reader was too slow. The client resumes the export with the parameter `after`. */
export class SlowReaderError extends Error {
  override readonly name = 'SlowReaderError';

  constructor(bytes: number) {
    super(
      `The reader of the export is too slow: it took at most ${bytes} bytes while the export waited for it for a minute`,
    );
  }
}

/** Measures the rate at which the reader takes the text. A slow reader would block one of two export slots. */
export class ReaderPace {
  private leftMs = WINDOW_MS;
  /** Bytes taken in this window. */
  private bytes = 0;
  /** Bytes that the reader is taking at the moment. It may have taken all but the last one. */
  private pending = 0;
  private startedAt = 0;
  private timer?: NodeJS.Timeout;

  /** @param fail ends the export */
  constructor(private readonly fail: (error: Error) => void) {}

  /** Call when text is ready for the reader. */
  wait(bytes: number): void {
    this.pending = bytes;
    this.start();
  }

  /** Call when the reader has taken the text or is gone. */
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
    const taken = this.bytes + this.pending; // upper bound
    if (taken < (MIN_BYTES_PER_SECOND * WINDOW_MS) / 1000) return this.fail(new SlowReaderError(taken));
    this.bytes = 0;
    this.leftMs = WINDOW_MS;
    this.start();
  }
}
