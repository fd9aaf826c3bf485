import type { Client } from 'pg';
import { send } from '../people/sign-in.mts';
import { alternate, percentile } from '../statistics.mts';

/** Cost of writes. */
export interface DeskWrites {
  /** 95th percentile of replies that also change the status, sent one after another, in ms. */
  readonly reply: number;
  /** Changes of tickets per second, by round. */
  readonly withHistory: readonly number[];
  readonly withoutHistory: readonly number[];
}

const REPLIES = 200;
const WRITERS = 8;

/** Replies to tickets and changes them. */
export async function measureWrites(
  url: string,
  cookie: string,
  client: Client,
  { tickets, rounds, seconds }: { tickets: number; rounds: number; seconds: number },
): Promise<DeskWrites> {
  const latencies: number[] = [];
  for (let n = 0; n < REPLIES; n++) {
    const path = `/api/tickets/${1 + Math.floor(((n + 0.5) * tickets) / REPLIES)}`;
    const body = reply(`bench-reply-${n}`, await newestEntry(`${url}${path}/timeline`, cookie));
    const started = performance.now();
    await expectSuccess(send(url, `${path}/messages`, body, { cookie }));
    latencies.push(performance.now() - started);
  }
  const trigger = (state: string) => client.query(`ALTER TABLE tickets ${state} TRIGGER tickets_recorded_on_update`);
  try {
    const rates = await alternate(rounds, {
      withHistory: () => changesPerSecond(url, cookie, tickets, seconds),
      withoutHistory: async () => {
        await trigger('DISABLE');
        const rate = await changesPerSecond(url, cookie, tickets, seconds);
        await trigger('ENABLE');
        return rate;
      },
    });
    return { reply: percentile(latencies, 95), ...rates };
  } finally {
    await trigger('ENABLE');
  }
}

function reply(clientKey: string, seenId: number) {
  const body = 'Hello, the refund is on its way.';
  return { visibility: 'public', body, status: 'resolved', client_key: clientKey, seen_event_id: seenId };
}

async function newestEntry(url: string, cookie: string): Promise<number> {
  const [newest] = (await (await fetch(url, { headers: { cookie } })).json()) as { id: number }[];
  return newest?.id ?? 0;
}

let changed = 0;

/** Changes one ticket after another per writer, each time to a different value. */
async function changesPerSecond(url: string, cookie: string, tickets: number, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let changes = 0;
  const write = async () => {
    while (performance.now() < end) {
      const n = changed++;
      const body = { title: `Changed ${n}` };
      await expectSuccess(send(url, `/api/tickets/${1 + ((n * 7919) % tickets)}`, body, { cookie }, 'PATCH'));
      changes += 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return changes / seconds;
}

async function expectSuccess(response: Promise<Response>): Promise<void> {
  const { ok, status, url } = await response.then(async (answer) => {
    await answer.arrayBuffer();
    return answer;
  });
  if (!ok) throw new Error(`${url} got ${status}`);
}
