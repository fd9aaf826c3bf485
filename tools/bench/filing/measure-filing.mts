import { Client } from 'pg';
import { realisticTickets } from '../realistic-tickets.mts';
import { load } from '../load.mts';
import type { FilledDatabase } from '../measure-size.mts';
import { startBareRoutes } from '../processes.mts';
import { alternate } from '../statistics.mts';

/** Tickets per second, by round. */
export interface FilingMeasurements {
  readonly api: readonly number[];
  /** The same INSERT on a bare route. */
  readonly bare: readonly number[];
  /** The API without the counters' triggers. */
  readonly withoutCounters: readonly number[];
}

const TRIGGERS = ['insert', 'update', 'delete', 'truncate'].map((event) => `tickets_counted_on_${event}`);

/** Measures how many tickets per second can be filed over 16 connections. */
export async function measureFiling(
  { api, url }: FilledDatabase,
  rounds: number,
  seconds: number,
): Promise<FilingMeasurements> {
  const [ticket] = realisticTickets(1, 7);
  const { title, description, category, priority } = ticket ?? {};
  const body = JSON.stringify({ title, description, category, priority });
  const file = async (url: string) =>
    (await load(url, ['/api/tickets/'], { connections: 16, seconds, method: 'POST', body })).perSecond;
  const bare = await startBareRoutes(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  const setTriggers = (state: 'ENABLE' | 'DISABLE') =>
    client.query(`ALTER TABLE tickets ${TRIGGERS.map((name) => `${state} TRIGGER ${name}`).join(', ')}`);
  try {
    return await alternate(rounds, {
      api: () => file(api.url),
      bare: () => file(bare.url),
      withoutCounters: async () => {
        await setTriggers('DISABLE');
        const rate = await file(api.url);
        await setTriggers('ENABLE');
        return rate;
      },
    });
  } finally {
    await bare.stop();
    await setTriggers('ENABLE');
    await client.query('SELECT rebuild_ticket_counters()');
    await client.end();
  }
}
