import { Client } from 'pg';
import { type Stats, isConsistent } from './consistency.mts';

/** Numbers of comparisons and of differences. */
export interface ComparisonCounts {
  readonly times: number;
  readonly differing: number;
}

/**
 * Finds counters without tickets, and tickets without a counter, by properties and by days. A single statement, so that it uses one
 * snapshot. Does not use the product's own check, because it verifies the product.
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

/** Compares the counters with the tickets repeatedly. */
export async function compareCounters(databaseUrl: string, until: number): Promise<ComparisonCounts> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await repeat(until, async () => !(await client.query(DIFFERENCES)).rowCount);
  } finally {
    await client.end();
  }
}

/** Requests the statistics repeatedly and checks that each response adds up. */
export function compareStats(url: string, until: number): Promise<ComparisonCounts> {
  return repeat(until, async () => {
    const response = await fetch(`${url}/api/tickets/stats/`);
    if (!response.ok) throw new Error(`The statistics returned ${response.status}`);
    return isConsistent((await response.json()) as Stats);
  });
}

/** Runs at least once, so that it also covers the last writes. */
async function repeat(until: number, agrees: () => Promise<boolean>): Promise<ComparisonCounts> {
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
