import { type ClientRequest, type IncomingMessage, get } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { send } from '../people/sign-in.mts';
import type { Server } from '../processes.mts';
import { percentile } from '../statistics.mts';

/** Cost of live updates. */
export interface DeskStreams {
  /** Time from the response to a change until a follower receives it: the 95th percentile in ms. */
  readonly commitToStream: number;
  /** Memory of the API for a thousand streams, in MB. */
  readonly memory: number;
}

const STREAMS = 1000;
const CHANGES = 100;

/**
 * Follows changes over one stream, then over a thousand. All streams stay open.
 * @param cookies cookies of the followers, used in turn: one account may have a hundred streams
 */
export async function measureStreams(api: Server, cookie: string, cookies: readonly string[]): Promise<DeskStreams> {
  const first = await follow(api.url, cookie);
  const latencies: number[] = [];
  for (let n = 0; n < CHANGES; n++) {
    const id = 1000 + n;
    const seen = first.next(`"ticket_id":${id},`);
    await send(api.url, `/api/tickets/${id}`, { title: `Followed ${n} ${Date.now()}` }, { cookie }, 'PATCH');
    const started = performance.now();
    await seen;
    latencies.push(performance.now() - started);
  }
  const before = api.memory();
  for (let open = 1; open < STREAMS; open++) await follow(api.url, cookies[open % cookies.length] ?? cookie);
  await sleep(10_000);
  return { commitToStream: percentile(latencies, 95), memory: api.memory() - before };
}

/** Opens a stream. `next` resolves when a text arrives. */
async function follow(url: string, cookie: string): Promise<{ next(text: string): Promise<void> }> {
  const request: ClientRequest = get(`${url}/api/events`, { headers: { cookie }, agent: false });
  request.on('error', () => undefined); // the API stops while streams are open
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`The stream got ${response.statusCode}`);
  const waiting = new Map<string, () => void>();
  response.setEncoding('utf8').on('error', () => undefined);
  response.on('data', (chunk: string) => {
    for (const [text, resolve] of waiting) {
      if (!chunk.includes(text)) continue;
      waiting.delete(text);
      resolve();
    }
  });
  return { next: (text) => new Promise((resolve) => waiting.set(text, resolve)) };
}
