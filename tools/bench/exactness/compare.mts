import { Client } from 'pg';

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

interface Stats {
  readonly total_tickets: number;
  readonly open_tickets: number;
  readonly priority_breakdown: Readonly<Record<string, number>>;
  readonly category_breakdown: Readonly<Record<string, number>>;
  readonly status_breakdown: Readonly<Record<string, number>>;
  readonly tickets_per_day: readonly { readonly count: number }[];
}

/** Asks for the stats, again and again, and has each answer add up. */
export function compareStats(url: string, until: number): Promise<Compared> {
  return repeat(until, async () => {
    const answer = await fetch(`${url}/api/tickets/stats/`);
    if (!answer.ok) throw new Error(`The stats were answered by ${answer.status}`);
    return addsUp((await answer.json()) as Stats);
  });
}

/** Whether every breakdown comes to the same total. The days are the last thirty, and so no more than all. */
export function addsUp(stats: Stats): boolean {
  const breakdowns = [stats.priority_breakdown, stats.category_breakdown, stats.status_breakdown];
  return (
    breakdowns.every((breakdown) => sum(Object.values(breakdown)) === stats.total_tickets) &&
    stats.status_breakdown['open'] === stats.open_tickets &&
    sum(stats.tickets_per_day.map(({ count }) => count)) <= stats.total_tickets
  );
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
