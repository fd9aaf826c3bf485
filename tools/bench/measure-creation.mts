import { Client } from 'pg';
import { believableTickets } from './believable-tickets.mts';
import type { Figure } from './figures.mts';
import { load, median } from './load.mts';
import type { Filled } from './measure-size.mts';

const COUNTED = ['insert', 'update', 'delete', 'truncate'].map((event) => `tickets_counted_on_${event}`);

/** Tickets filed in a second at 16 connections: with the counters and without them, in alternating rounds. Medians. */
export async function measureCreation({ api, url }: Filled, rounds: number, seconds: number) {
  const [{ title, description, category, priority } = never()] = believableTickets(1, 7);
  const body = JSON.stringify({ title, description, category, priority });
  const create = () => load(api.url, ['/api/tickets/'], { connections: 16, seconds, method: 'POST', body });
  const counted: number[] = [];
  const bare: number[] = [];
  const client = new Client({ connectionString: url });
  await client.connect();
  const triggers = (state: 'ENABLE' | 'DISABLE') =>
    client.query(`ALTER TABLE tickets ${COUNTED.map((name) => `${state} TRIGGER ${name}`).join(', ')}`);
  for (let round = 0; round < rounds; round++) {
    counted.push((await create()).perSecond);
    await triggers('DISABLE');
    bare.push((await create()).perSecond);
    await triggers('ENABLE');
  }
  await client.query('SELECT rebuild_ticket_counters()');
  await client.end();
  return {
    counted: median(counted),
    bare: median(bare),
    ratio: median(counted.map((each, n) => each / (bare[n] ?? 0))),
  };
}

export function creationFigures(seen: Awaited<ReturnType<typeof measureCreation>> | undefined): Figure[] {
  return [
    {
      what: 'filing tickets with all indexes and counters',
      measured: seen?.counted,
      unit: '/s',
      note: '16 connections',
    },
    { what: 'filing, with / without counters', measured: seen?.ratio, unit: '', target: { atLeast: 0.7 } },
  ];
}

function never(): never {
  throw new Error('There is always a first ticket');
}
