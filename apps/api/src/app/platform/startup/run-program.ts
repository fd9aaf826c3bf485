import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './startup-error';

/**
 * Runs another program of this installation with the terminal of this one.
 * @param program its path relative to the built API, and its first arguments
 * @returns its exit code
 * @throws StartupError if this installation does not have it, such as the import in a container
 */
export async function runProgram([file = '', ...first]: readonly string[], args: readonly string[]): Promise<number> {
  const path = join(__dirname, file);
  if (!existsSync(path)) throw new StartupError(`This installation does not have the program ${file}.`);
  const options = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', path, ...first, ...args];
  // npm names its script in the environment. The import reads paths as relative to the caller's folder if it is its own script.
  // eslint-disable-next-line no-restricted-properties -- the other program reads its own settings
  const env = { ...process.env, npm_lifecycle_event: 'import' };
  const child = spawn(process.execPath, options, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
