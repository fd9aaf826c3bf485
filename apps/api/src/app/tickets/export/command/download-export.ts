import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { StartupError } from '../../../platform/startup/startup-error';
import { BrokenExport, type ExportSource } from './export-source';
import type { PartFile } from './part-file';
import { countLines, lastLine, wholeLines } from './whole-lines';

/** Maximum number of consecutive failures. An attempt that transferred tickets restarts the count. The wait doubles after each failure. */
const MAX_FAILURES = 6;
const FIRST_WAIT_MS = 500;

/** Start of the last line of a complete export. */
const END = Buffer.from('{"_docket":');

export interface Downloaded {
  /** Number of tickets. Undefined for CSV, whose texts contain line breaks. */
  readonly rows?: number;
  /** Cursor at which the changes after the export begin. */
  readonly cursor: string;
}

/** Prints a line of progress on the terminal. */
export type Report = (line: string) => void;

/**
 * Copies an export as NDJSON into a file. Resumes after the last complete ticket if the connection breaks. The last line contains the
 * number and checksum of all lines, as in an uninterrupted export.
 * @throws StartupError if Docket rejects the request, all attempts fail, or the lines do not match the last line
 */
export async function downloadLines(
  source: ExportSource,
  file: PartFile,
  report: Report,
  firstWaitMs = FIRST_WAIT_MS,
): Promise<Downloaded> {
  const all = createHash('sha256');
  let [rows, after, failures] = [0, 0, 0];
  let cursor: string | undefined;
  for (;;) {
    const rowsBefore = rows;
    try {
      const started = await source.open(after);
      cursor ??= started.cursor;
      const part = createHash('sha256');
      for await (const piece of wholeLines(started.body)) {
        const last = lastLine(piece);
        const isEnd = last.subarray(0, END.length).equals(END);
        const lines = isEnd ? piece.subarray(0, piece.length - last.length) : piece;
        part.update(lines);
        all.update(lines);
        await file.write(lines);
        rows += countLines(lines);
        if (isEnd) {
          requireWhole(last, rows - rowsBefore, part.digest('hex'));
          await file.write(Buffer.from(`${JSON.stringify({ _docket: { rows, sha256: all.digest('hex') } })}\n`));
          return { rows, cursor };
        }
        after = idOf(last);
      }
      throw new BrokenExport('The answer ended early');
    } catch (error) {
      if (!(error instanceof BrokenExport)) throw error;
      failures = rows > rowsBefore ? 1 : failures + 1;
      // Before the first ticket, a failure is more likely a wrong URL than a restart.
      if (failures >= MAX_FAILURES || (cursor === undefined && error.retryAfterMs === 0))
        throw new StartupError(`${error.message}.`);
      report(`${error.message}. The export goes on behind ticket ${after}`);
      await setTimeout(Math.max(error.retryAfterMs, firstWaitMs * 2 ** (failures - 1)));
    }
  }
}

/**
 * Copies an export as CSV into a file.
 * @throws StartupError if Docket rejects the request, or the connection breaks
 */
export async function downloadCsv(source: ExportSource, file: PartFile): Promise<Downloaded> {
  try {
    const { cursor, body } = await source.open(0);
    for await (const piece of body) await file.write(piece);
    return { cursor };
  } catch (error) {
    if (error instanceof BrokenExport) throw new StartupError(`${error.message}. Start the export again.`);
    throw error;
  }
}

function idOf(line: Buffer): number {
  const { id } = JSON.parse(line.toString('utf8')) as { readonly id?: unknown };
  if (typeof id !== 'number') throw new StartupError('The answer is no export of Docket: a line has no id.');
  return id;
}

function requireWhole(end: Buffer, rows: number, sha256: string): void {
  const { _docket: stated } = JSON.parse(end.toString('utf8')) as {
    readonly _docket?: { rows?: unknown; sha256?: unknown };
  };
  if (stated?.rows === rows && stated.sha256 === sha256) return;
  throw new StartupError('The export arrived damaged: its checksum is not that of its lines. Start it again.');
}
