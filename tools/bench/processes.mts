import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '#testing/free-port';
import { NodeProcess } from '#testing/node-process';

/** A measured server, in a separate process. */
export interface Server {
  readonly url: string;
  /** Time from its start to its first "ready", in ms. */
  readonly readyAfter: number;
  /** Current resident memory, in MB. */
  memory(): number;
  /** Processor time since its start, in seconds. Linux only. */
  readonly cpuSeconds: () => number;
  stop(): Promise<unknown>;
}

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Node's options and the file, as in `npm start`. */
const { scripts } = JSON.parse(readFileSync(root('package.json'), 'utf8')) as { scripts: { start: string } };
const START = scripts.start.split(' ').slice(1);

/** Starts the built API like `npm start`, with its default settings, on a database in the open mode. */
export function startApi(databaseUrl: string): Promise<Server> {
  return startWith({ DATABASE_URL: databaseUrl, ACCESS: 'open' });
}

/** Starts the built API on a database, with an administrator. Requests may state a client address, because loopback is a trusted proxy. */
export function startClosedApi(
  databaseUrl: string,
  { email, password }: { email: string; password: string },
  settings: Readonly<Record<string, string>> = {},
) {
  const people = {
    ADMIN_EMAIL: email,
    ADMIN_PASSWORD: password,
    TRUSTED_PROXIES: 'loopback',
    REQUEST_LIMITS: 'false',
  };
  return startWith({ DATABASE_URL: databaseUrl, ...people, ...settings }, 'http://localhost');
}

/** Starts the built API on a data folder, without demo tickets. */
export function startEmbeddedApi(dataDir: string, settings: Readonly<Record<string, string>> = {}): Promise<Server> {
  return startWith({ DATABASE_URL: '', DATA_DIR: dataDir, DEMO_TICKETS: 'false', ...settings });
}

/** Starts the API. Blank settings count as unset and override a `.env` file. Without an API key, no request reaches the model. */
async function startWith(settings: Record<string, string>, publicSite?: string): Promise<Server> {
  const port = await freePort();
  const url = `${publicSite ?? 'http://127.0.0.1'}:${port}`;
  const started = performance.now();
  const api = new NodeProcess(START, {
    cwd: root('.'),
    env: { PORT: String(port), GEMINI_API_KEY: '', PUBLIC_URL: publicSite ? url : '', ...settings },
    output: 'discard',
  });
  await api.waitForResponse(`${url}/readyz`, Infinity); // upgrading a large database takes minutes
  return serverOf(api, url, started);
}

/** Starts the bare routes on a database. */
export async function startBareRoutes(databaseUrl: string): Promise<Server> {
  const started = performance.now();
  const bare = new NodeProcess([root('tools/bench/bare-routes.mts'), databaseUrl]);
  const [, port] = await bare.waitForOutput(/^(\d+)\n/m);
  return serverOf(bare, `http://127.0.0.1:${port}`, started);
}

function serverOf(process: NodeProcess, url: string, started: number): Server {
  return {
    url,
    readyAfter: performance.now() - started,
    memory: () => process.memory,
    cpuSeconds: () => process.cpuSeconds,
    stop: () => process.stop(),
  };
}
