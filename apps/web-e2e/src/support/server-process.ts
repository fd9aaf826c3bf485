import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';

const START_SECONDS = 120;
const STOP_SECONDS = 10;

/** A Node program that serves HTTP, started for a test run and ended with it. */
export class ServerProcess {
  private output = '';
  private readonly child: ChildProcess;

  constructor(
    private readonly name: string,
    command: readonly string[],
    environment: Record<string, string> = {},
  ) {
    // Neither the settings of this shell nor a .env of the working directory: only what is given.
    const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
    const env = { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...environment };
    this.child = spawn(process.execPath, command, { env, cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output = (this.output + text).slice(-20_000)));
    }
  }

  /** What the program printed, its end if that is long. */
  get printed(): string {
    return this.output;
  }

  /** Waits until the URL answers with a 2xx. @throws Error with the program's output when it ends or takes too long */
  async untilReady(url: string): Promise<void> {
    for (const deadline = Date.now() + START_SECONDS * 1000; Date.now() < deadline;) {
      if (this.child.exitCode !== null) break;
      const answer = await fetch(url).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await this.stop();
    throw new Error(`${this.name} did not start:\n${this.output}`);
  }

  /** Asks the program to end, as an operator would, and kills it when it does not. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    const giveUp = setTimeout(() => this.child.kill('SIGKILL'), STOP_SECONDS * 1000);
    this.child.kill('SIGTERM');
    await ended;
    clearTimeout(giveUp);
  }
}
