import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { eventually } from '#testing/eventually';

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 30_000;

export interface NodeProcessOptions {
  /** Environment variables. The program gets these and PATH, but not those of the caller. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Working directory. The default has no `.env` file. */
  readonly cwd?: string;
  /** `discard` drops standard output and shows standard error, so that a measured program never waits for its reader. */
  readonly output?: 'collect' | 'discard';
}

/** The exit code of a process, or the signal that ended it. */
export type ProcessEnd = number | NodeJS.Signals | null;

/** A Node program in a separate process. */
export class NodeProcess {
  private readonly child: ChildProcess;
  private text = '';
  private hasEnded = false;
  readonly ended: Promise<ProcessEnd>;

  /** Starts the program without waiting for it. */
  constructor(args: readonly string[], { env, cwd = tmpdir(), output = 'collect' }: NodeProcessOptions = {}) {
    this.child = spawn(process.execPath, args, {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
      stdio: output === 'collect' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'ignore', 'inherit'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.text += text));
    }
    this.ended = once(this.child, 'close').then(([code, signal]) => (code ?? signal) as ProcessEnd);
    running.add(this);
    void this.ended.then(() => {
      this.hasEnded = true;
      running.delete(this);
    });
  }

  /** The output of the program so far. */
  get output(): string {
    return this.text;
  }

  /** Resident memory in megabytes. */
  get memory(): number {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.child.pid)])) / 1024;
  }

  /** Processor time since the start, in seconds: utime and stime of proc_pid_stat(5), in ticks of 10 ms. Linux only. */
  get cpuSeconds(): number {
    const stat = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8');
    const [utime, stime] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
    return ((utime ?? NaN) + (stime ?? NaN)) / 100;
  }

  /**
   * Waits until the output matches, and returns the match.
   * @throws Error with the output if the program ends first
   */
  async waitForOutput(pattern: RegExp): Promise<RegExpExecArray> {
    const match = await eventually(() => pattern.exec(this.text) ?? (this.hasEnded && 'ended'));
    if (match === 'ended') throw new Error(`The program ended without printing ${pattern}. It printed:\n${this.text}`);
    return match;
  }

  /**
   * Waits until the URL responds with a status of 2xx.
   * @throws Error with the output if the program ends first or takes longer than `timeoutMs`; stops the program then
   */
  async waitForResponse(url: string, timeoutMs = START_TIMEOUT_MS): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    const state = await eventually(async () => {
      if (this.hasEnded || performance.now() > deadline) return 'failed';
      return (await fetch(url)).ok && 'ready';
    });
    if (state === 'ready') return;
    await this.stop();
    throw new Error(`The program did not respond at ${url}. It printed:\n${this.text}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Sends a signal and waits for the exit. Kills the program if it ignores the signal. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<ProcessEnd> {
    const kill = setTimeout(() => this.signal('SIGKILL'), STOP_TIMEOUT_MS);
    this.signal(signal);
    try {
      return await this.ended;
    } finally {
      clearTimeout(kill);
    }
  }
}

const running = new Set<NodeProcess>();
process.once('exit', () => running.forEach((each) => each.signal('SIGKILL')));

/** Stops all running programs. */
export async function stopAllProcesses(signal?: NodeJS.Signals): Promise<void> {
  await Promise.all([...running].map((each) => each.stop(signal)));
}
