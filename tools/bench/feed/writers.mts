import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { seededRandom } from '../realistic-tickets.mts';

interface Writing {
  /** Distinguishes the texts and random numbers of the writers. */
  readonly writer: number;
  readonly ids: readonly number[];
  /** Ms since 1970. */
  readonly until: number;
}

/** Duration of the longest transactions, in ms: other writers write hundreds of events meanwhile. */
const LONG_MS = 1500;

/**
 * Changes the titles of one to three tickets per transaction, by SQL. Transactions take 0 to 20 ms, one in 200 takes {@link LONG_MS}, and
 * one in seven rolls back.
 * @returns the number of transactions
 */
export async function writeTransactions(databaseUrl: string, { writer, ids, until }: Writing): Promise<number> {
  const random = seededRandom(writer + 1);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  let count = 0;
  try {
    for (; Date.now() < until; count++) {
      const changed = [...new Set([1, 2, 3].slice(Math.floor(random() * 3)).map(() => pick(ids, random)))];
      await client.query('BEGIN');
      // In a fixed order, so that two writers never deadlock.
      for (const id of changed.toSorted((one, other) => one - other)) {
        await client.query('UPDATE tickets SET title = $2 WHERE id = $1', [id, `${writer} ${count} ${id}`]);
        await sleep(random() * 7);
      }
      if (random() < 1 / 200) await sleep(LONG_MS);
      await client.query(random() < 1 / 7 ? 'ROLLBACK' : 'COMMIT');
    }
  } finally {
    await client.end();
  }
  return count;
}

/**
 * Changes the title of one ticket after another through the API. A 503 changes nothing: another writer holds the lock of the ticket for too
 * long.
 * @returns the number of changes
 */
export async function writeRequests(url: string, { writer, ids, until }: Writing): Promise<number> {
  const random = seededRandom(writer + 1);
  let count = 0;
  for (let turn = 0; Date.now() < until; turn++) {
    const body = JSON.stringify({ title: `${writer} ${turn}` });
    const path = `${url}/api/tickets/${pick(ids, random)}`;
    const response = await fetch(path, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body });
    await response.arrayBuffer();
    if (response.ok) count++;
    else if (response.status !== 503) throw new Error(`PATCH ${path} returned ${response.status}`);
    await sleep(random() * 20);
  }
  return count;
}

function pick(ids: readonly number[], random: () => number): number {
  return ids[Math.floor(random() * ids.length)] ?? 0;
}
