import { Client } from 'pg';
import { type Stats, addsUp } from './adds-up.mts';

/** What was compared, and how often it differed. */
export interface Compared {
  readonly times: number;
  readonly differing: number;
}

/**
 * Counters without a ticket like that, and tickets without their counter, by labels and by days. One statement, and so of one
 * snapshot. In words of its own: what checks the product is not what the product checks itself with.
 */
const DIFFERENCES = differences(
  'SELECT category, priority, status, sum(tickets) FROM ticket_label_counts GROUP BY 1, 2, 3 HAVING sum(tickets) <> 0',
  'SELECT category, priority, status, count(*) FROM tickets GROUP BY 1, 2, 3',
).concat(
  ' UNION ALL ',
  differences(
    `SELECT day::text, '', '', sum(tickets) FROM ticket_day_counts GROUP BY 1 HAVING sum(tickets) <> 0`,
    `SELECT ((created_at AT TIME ZONE 'UTC')::date)::text, '', '', count(*) FROM tickets GROUP BY 1`,
  ),
);

/** Compares the counters with the tickets, again and again. */
export async function compareCounters(databaseUrl: string, until: number): Promise<Compared> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await repeat(until, async () => !(await client.query(DIFFERENCES)).rowCount);
  } finally {
    await client.end();
  }
}

/** Asks for the stats, again and again, and has each answer add up. */
export function compareStats(url: string, until: number): Promise<Compared> {
  return repeat(until, async () => {
    const answer = await fetch(`${url}/api/tickets/stats/`);
    if (!answer.ok) throw new Error(`The stats were answered by ${answer.status}`);
    return addsUp((await answer.json()) as Stats);
  });
}

/** At least once, so that what was written last is compared as well. */
async function repeat(until: number, agrees: () => Promise<boolean>): Promise<Compared> {
  const compared = { times: 0, differing: 0 };
  do {
    if (!(await agrees())) compared.differing++;
    compared.times++;
  } while (Date.now() < until);
  return compared;
}

function differences(counted: string, present: string): string {
  return `((${counted}) EXCEPT ALL (${present})) UNION ALL ((${present}) EXCEPT ALL (${counted}))`;
}
