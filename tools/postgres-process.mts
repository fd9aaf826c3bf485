import { type ChildProcess, execFileSync } from 'node:child_process';
import { Client } from 'pg';

const START_TIMEOUT_MS = 60_000;

/** Whether a server has neither ended nor been killed. */
export function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** Kills the server like a machine failure: its sessions cannot end cleanly. */
export function killWithSessions(server: ChildProcess): void {
  if (!isRunning(server)) return;
  let sessions = '';
  try {
    sessions = execFileSync('pgrep', ['-P', `${server.pid}`], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  } catch {
    // It has no sessions.
  }
  server.kill('SIGKILL');
  for (const pid of sessions.trim().split('\n').filter(Boolean)) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // The session has already ended.
    }
  }
}

/** Waits until the server answers a query. @throws Error with its output if it exits or takes too long */
export async function untilReady(server: ChildProcess, url: string): Promise<void> {
  let printed = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-4000)));
  for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline;) {
    if (!isRunning(server)) break;
    if (await acceptsQueries(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The temporary PostgreSQL server did not start:\n${printed}`);
}

async function acceptsQueries(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
