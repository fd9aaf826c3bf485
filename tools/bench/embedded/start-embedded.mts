import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Server } from '../processes.mts';

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const { scripts } = JSON.parse(readFileSync(root('package.json'), 'utf8')) as { scripts: { start: string } };
const [, ...START] = scripts.start.split(' ');

/** Starts the built API as `npm start` does, on the embedded database of a data folder, which begins without tickets. */
export async function startEmbedded(dataDir: string): Promise<Server> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, START, {
    cwd: root('.'),
    // Blank is unset, and keeps out what an .env says.
    env: { PATH: '', PORT: String(port), DATABASE_URL: '', DATA_DIR: dataDir, DEMO_TICKETS: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error('The API did not start: is it built? (nx build api)');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    url,
    readyAfter: performance.now() - started,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024,
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
