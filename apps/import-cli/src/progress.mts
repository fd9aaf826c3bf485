import cliProgress from 'cli-progress';
import type { Tally } from './tally.mts';

/** Interval of log lines if the output is not a terminal, in ms. */
const LOG_INTERVAL = 5000;

/** Shows the number of bytes that the server has accepted: as a bar, or as occasional lines if the output is not a terminal. */
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
    gracefulExit: false, // another handler of Ctrl-C prints the summary
    stream: process.stderr,
  });

  /** Updates the progress. The bar appears with the first bytes, so that a failed start prints only its error. */
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
