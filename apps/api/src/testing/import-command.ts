import { type ChildProcess, execFile } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestApp } from './test-app';

const COMMAND = join(__dirname, '../../../import-cli/src/main.mts');

/** Exit code and output of the command. */
interface CommandOutcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs the import command in a folder, like its npm script, against a listening API, unless the arguments name another URL.
 * @param token the value of DOCKET_TOKEN
 */
export function runImportCommand(
  { app }: TestApp,
  folder: string,
  args: readonly string[],
  token?: string,
): Promise<CommandOutcome> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = args.includes('--url') ? [] : ['--url', `http://127.0.0.1:${port}`];
  return new Promise((resolve) => {
    const child: ChildProcess = execFile(
      process.execPath,
      ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', COMMAND, ...args, ...url],
      { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', DOCKET_TOKEN: token } },
      (_error, output, errors) => resolve({ code: child.exitCode, output, errors }),
    );
  });
}
