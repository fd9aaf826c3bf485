import { CommanderError } from 'commander';
import { toPrintableLines } from '#domain/printable';
import { CliError } from './cli-error.mts';
import { type Outcome, importFile } from './import-file.mts';
import { readOptions } from './options.mts';

const EXIT_CODES: Record<Outcome, number> = { imported: 0, rejected: 1, interrupted: 2, stopped: 130 };

/** Runs the command and returns its exit code. */
async function main(): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort()); // a second Ctrl-C ends the process
  try {
    return EXIT_CODES[await importFile(readOptions(process.argv.slice(2), workingFolder()), stop.signal)];
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode && 2; // commander has printed the error
    const message = error instanceof CliError ? error.message : `The import failed: ${String(error)}`;
    console.error(toPrintableLines(message));
    return 2;
  }
}

/** The caller's working directory. npm runs scripts in the project folder and puts the caller's directory into a variable. */
function workingFolder(): string {
  // eslint-disable-next-line no-restricted-properties -- not a setting
  const { npm_lifecycle_event, INIT_CWD } = process.env;
  return (npm_lifecycle_event === 'import' && INIT_CWD) || process.cwd();
}

process.exitCode = await main();
