import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '#testing/eventually';
import { freePort } from '#testing/free-port';
import { ApiProcess } from './api-processes.mts';
import type { Finding } from './finding.mts';

const REQUESTS = 10_000;
const CLIENTS = 8;

/**
 * Restarts two processes behind haproxy, one after the other, until 10,000 requests have passed. haproxy has the configuration of
 * docker/haproxy/haproxy.cfg with other addresses.
 */
export async function drillRolling(databaseUrl: string): Promise<readonly Finding[]> {
  const settings = { DATABASE_URL: databaseUrl, DRAIN_SECONDS: '5' };
  const apis = [await ApiProcess.start(settings), await ApiProcess.start(settings)];
  const proxy = await startProxy(apis);
  const failures: string[] = [];
  await send(proxy.port, new Agent(), FILE); // the ticket to change
  let left = REQUESTS;
  let restarts = 0;
  try {
    const clients = Array.from({ length: CLIENTS }, async () => {
      const agent = new Agent({ keepAlive: true });
      while (left-- > 0) {
        const failure = await send(proxy.port, agent, requestOf(left));
        if (failure !== undefined) failures.push(failure);
      }
      agent.destroy();
    });
    let areClientsDone = false;
    const done = Promise.all(clients).then(() => (areClientsDone = true));
    while (!areClientsDone) {
      for (const api of apis) {
        await api.stop();
        await api.start();
        restarts++;
        await sleep(3000); // haproxy notices that the process is back
      }
    }
    await done;
    for (const failure of new Set(failures)) console.error(`  failed: ${failure}`);
    return [
      { what: 'restarts', measured: restarts, unit: '' },
      { what: 'requests that failed', measured: failures.length, unit: `of ${REQUESTS}`, atMost: 0 },
    ];
  } finally {
    proxy.stop();
    await Promise.all(apis.map((api) => api.stop()));
  }
}

/** A request without a key and without a version, like most. A failed one is not retried. */
interface Sent {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: object;
}

const LIST: Sent = { method: 'GET', path: '/api/tickets/?limit=5' };
const FILE: Sent = {
  method: 'POST',
  path: '/api/tickets/',
  body: { title: 'Rolling', description: 'Filed behind haproxy', category: 'general', priority: 'low' },
};

/** Returns the n-th request. Of ten requests, one files a ticket, and one changes the first ticket. */
function requestOf(number: number): Sent {
  if (number % 10 === 0) return FILE;
  return number % 10 === 5 ? { method: 'PATCH', path: '/api/tickets/1/', body: { title: `Rolling ${number}` } } : LIST;
}

/** @returns the reason of a failure; undefined on success */
function send(port: number, agent: Agent, { method, path, body }: Sent): Promise<string | undefined> {
  const text = body && JSON.stringify(body);
  const headers = text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {};
  return new Promise((resolve) => {
    const fail = (why: string | number) => resolve(`${method} ${why}`);
    const sent = request({ port, host: '127.0.0.1', agent, headers, path, method }, (response) => {
      const { statusCode = 0 } = response;
      response.once('error', ({ message }) => fail(message));
      response.resume().once('end', () => (statusCode < 300 ? resolve(undefined) : fail(statusCode)));
    });
    sent.once('error', ({ message }) => fail(message)).end(text);
  });
}

async function startProxy(apis: readonly ApiProcess[]): Promise<{ readonly port: number; stop(): void }> {
  execFileSync('haproxy', ['-v'], { stdio: 'ignore' });
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'docket-haproxy-'));
  const file = join(folder, 'haproxy.cfg');
  const [one, other] = apis.map((api) => `127.0.0.1:${api.port}`);
  const configuration = readFileSync(new URL('../../docker/haproxy/haproxy.cfg', import.meta.url), 'utf8');
  writeFileSync(
    file,
    configuration
      .replace('bind :80', `bind 127.0.0.1:${port}`)
      .replaceAll('docket-1:3000', one ?? '')
      .replaceAll('docket-2:3000', other ?? ''),
  );
  const proxy = spawn('haproxy', ['-f', file, '-db', '-q'], { stdio: 'ignore' });
  await eventually(async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok);
  return {
    port,
    stop: () => {
      proxy.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
