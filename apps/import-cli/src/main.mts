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
    const { folder, token } = readEnvironment();
    const options = { ...readOptions(process.argv.slice(2), folder), ...(token && { token }) };
    return EXIT_CODES[await importFile(options, stop.signal)];
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode && 2; // commander has printed the error
    const message = error instanceof CliError ? error.message : `The import failed: ${String(error)}`;
    console.error(toPrintableLines(message));
    return 2;
  }
}

/**
 * The caller's working directory and token. npm runs scripts in the project folder and puts the caller's directory into a variable. The
 * token is not an option, because other users of the machine can read the arguments of a process.
 * @throws CliError for a token with characters that a header does not allow. The error does not contain the token
 */
function readEnvironment(): { readonly folder: string; readonly token?: string } {
  // eslint-disable-next-line no-restricted-properties -- not a setting of the server
  const { npm_lifecycle_event, INIT_CWD, DOCKET_TOKEN } = process.env;
  const folder = (npm_lifecycle_event === 'import' && INIT_CWD) || process.cwd();
  const token = DOCKET_TOKEN?.trim();
  if (token && !/^[\x21-\x7e]+$/.test(token)) throw new CliError('DOCKET_TOKEN has characters that no token has');
  return { folder, ...(token && { token }) };
}

process.exitCode = await main();
