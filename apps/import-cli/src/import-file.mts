import { open } from 'node:fs/promises';
import { toPrintableLines } from '#domain/printable';
import { FOREIGN_FILE_BYTES, foreignFile } from '#import-rows/foreign-file';
import { CliError } from './cli-error.mts';
import { DocketApi, InterruptedError } from './docket-api.mts';
import { formatOf } from './file-format.mts';
import { CutOffError, fileParts } from './file-parts.mts';
import type { Options } from './options.mts';
import { Progress } from './progress.mts';
import { RejectsFile } from './rejects-file.mts';
import { summarise } from './summary.mts';
import { Tally } from './tally.mts';
import { openText } from './text-file.mts';

/** The result of an import: all rows imported, some rejected, or ended early. */
export type Outcome = 'imported' | 'rejected' | 'interrupted' | 'stopped';

/**
 * Imports a file part by part, and prints the progress and a summary.
 * @param signal stops the import after the current part when aborted
 * @throws CliError if the import cannot start
 */
export async function importFile(options: Options, signal: AbortSignal): Promise<Outcome> {
  await checkFile(options.file);
  const hint = formatOf(options.file);
  const text = await openText(options.file, options.encoding);
  const [api, rejects, tally, progress] = [
    new DocketApi(options),
    new RejectsFile(options.file, text.path),
    new Tally(),
    new Progress(),
  ];
  let failure: Error | undefined;
  try {
    for await (const part of fileParts(text.path, hint, options)) {
      tally.nextLine = part.rows[0]?.line ?? tally.nextLine;
      tally.guesses.file = { ...part.format, encoding: text.encoding, isEncodingGuessed: text.isEncodingGuessed };
      const result = await api.send(text.path, part, signal);
      tally.add(result);
      tally.checked.isWholeFile = part.isLast;
      if (options.check) break; // the first part has as many rows as a check reads
      await rejects.add(part, result.errors);
      progress.update(part.end, text.size, tally);
    }
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error)); // reported after the summary of the imported rows
  } finally {
    progress.stop();
    await rejects.close();
    await text.close();
  }
  const isStarted = tally.imported + tally.rejected + tally.alreadyImported > 0 || failure instanceof InterruptedError;
  if (failure && !signal.aborted && !isStarted) throw failure;
  console.log(toPrintableLines(summarise(tally, options, rejects)));
  if (!failure) return tally.rejected ? 'rejected' : 'imported';
  if (failure instanceof CutOffError) {
    console.error(failure.message);
    return 'rejected';
  }
  console.error(toPrintableLines(errorMessage(failure, tally, { signal, importId: api.importId })));
  return signal.aborted ? 'stopped' : 'interrupted';
}

function errorMessage(
  failure: Error,
  { nextLine }: Tally,
  { signal, importId }: { signal: AbortSignal; importId: string },
): string {
  const reason = signal.aborted ? 'Stopped.' : failure instanceof CliError ? failure.message : String(failure);
  return `${reason}\nTo continue within 24 hours, without storing a row twice, add to the same command: --from-line ${nextLine} --resume ${importId}`;
}

const NO_BYTES = { buffer: Buffer.alloc(0), bytesRead: 0 };

/** Checks that a file is readable and of a supported type. */
async function checkFile(file: string): Promise<void> {
  try {
    const handle = await open(file);
    const isFile = (await handle.stat()).isFile();
    const { buffer, bytesRead } = isFile ? await handle.read({ buffer: Buffer.alloc(FOREIGN_FILE_BYTES) }) : NO_BYTES;
    await handle.close();
    const problem = foreignFile(buffer.subarray(0, bytesRead));
    if (problem) throw new CliError(`${file} ${problem}`);
    if (isFile) return;
  } catch (error) {
    if (error instanceof CliError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(code === 'ENOENT' ? `There is no file ${file}` : `${file} cannot be read (${code})`);
  }
  throw new CliError(`${file} is not a file`);
}
