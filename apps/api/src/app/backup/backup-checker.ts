import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { StartupError } from '../platform/startup/startup-error';

/** The `docket` program, which is built next to the API. */
const PROGRAM = join(__dirname, 'docket.js');

/** Checks copies in a child process, because opening a second database would block the API and use its memory. */
@Injectable()
export class BackupChecker {
  /**
   * Checks a copy, and renames it to a backup.
   * @throws StartupError if the copy is damaged
   */
  async check(path: string, signal: AbortSignal): Promise<void> {
    const child = spawn(process.execPath, [PROGRAM, 'verify', path], { stdio: ['ignore', 'pipe', 'pipe'], signal });
    const [printed, problem, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    if (code !== 0) throw new StartupError((printed + problem).trim().slice(-1000) || 'The check ended early.');
  }
}
