import cliProgress from 'cli-progress';
import type { Tally } from './tally.mts';

/** How often a log, which is no terminal, gets a line, in milliseconds. */
const LOG_INTERVAL = 5000;

/** A bar over the bytes of a file that the server has taken; sparse lines where the output is no terminal. */
export class Progress {
  private readonly bar = new cliProgress.SingleBar({
    format: '{bar} {percentage}% | {imported} imported, {rejected} rejected | {speed} rows/s | {eta_formatted} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    etaBuffer: 30,
    noTTYOutput: true,
    notTTYSchedule: LOG_INTERVAL,
    gracefulExit: false, // Ctrl-C has a handler of its own, which says what was imported
    stream: process.stderr,
  });

  /** Shows how many of the bytes are done. It appears with the first of them, so that a failure to begin stands alone. */
  update(done: number, all: number, tally: Tally): void {
    if (this.bar.isActive) this.bar.update(done, figuresOf(tally));
    else this.bar.start(all, done, figuresOf(tally));
  }

  stop(): void {
    this.bar.stop();
  }
}

function figuresOf({ imported, rejected, rowsPerSecond }: Tally): Record<string, string> {
  return {
    imported: imported.toLocaleString('en'),
    rejected: rejected.toLocaleString('en'),
    speed: rowsPerSecond.toLocaleString('en'),
  };
}
