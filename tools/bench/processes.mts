import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.mts';

/** A server under measurement, as a process of its own. */
export interface Server {
  readonly url: string;
  /** Milliseconds from its start to its first "ready". */
  readonly readyAfter: number;
  /** Resident memory in megabytes, now. */
  memory(): number;
  /** For when there is no time left to wait. */
  kill(): void;
  stop(): Promise<void>;
}

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** How `npm start` starts the API: Node's options and the file. */
const { scripts } = JSON.parse(readFileSync(root('package.json'), 'utf8')) as { scripts: { start: string } };
const START = scripts.start.split(' ').slice(1);

/** Starts the built API as `npm start` does, with its default settings, on a database. */
export function startApi(databaseUrl: string): Promise<Server> {
  return startWith({ DATABASE_URL: databaseUrl });
}

/** The same on the embedded database of a data folder, which begins without tickets. */
export function startEmbeddedApi(dataDir: string): Promise<Server> {
  return startWith({ DATABASE_URL: '', DATA_DIR: dataDir, DEMO_TICKETS: 'false' });
}

/** Blank settings are unset, and keep out what an `.env` says: no key, so that nothing here asks the model. */
async function startWith(settings: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, START, {
    cwd: root('.'),
    env: { PATH: '', PORT: String(port), GEMINI_API_KEY: '', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(`${url}/readyz`))) {
    if (child.exitCode !== null) throw new Error('The API did not start: is it built? (nx build api)');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return serverOf(child, url, performance.now() - started);
}

/** Starts the bare route on a database. */
export async function startBareRoute(databaseUrl: string): Promise<Server> {
  const started = performance.now();
  const child = spawn(process.execPath, [root('tools/bench/bare-route.mts'), databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return serverOf(child, `http://127.0.0.1:${line.toString().trim()}`, performance.now() - started);
}

const running = new Set<Server>();
process.on('exit', () => running.forEach((server) => server.kill()));

/** Stops whatever still runs. */
export async function stopServers(): Promise<void> {
  for (const server of running) await server.stop();
}

function serverOf(child: ChildProcess, url: string, readyAfter: number): Server {
  const server: Server = {
    url,
    readyAfter,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024,
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
  running.add(server);
  child.once('exit', () => running.delete(server));
  return server;
}

async function isReady(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
}
