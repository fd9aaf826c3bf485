import { Client } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/** A part of a plan, as EXPLAIN (FORMAT JSON) writes it. */
export interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  /** With those of the parts below it. */
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/** What the database did for a request. */
export interface Work {
  readonly plans: readonly Plan[];
  /** Rows of `tickets` that were read, whether they were wanted or not; by functions and triggers as well. */
  readonly ticketsRead: number;
  /** Entries of the indexes of `tickets` that were found there. Those that were only passed over show in the blocks. */
  readonly entriesFound: number;
  /** Blocks of 8 kB that were read, of whatever table or index, as often as they were. */
  readonly blocksRead: number;
}

interface Statement {
  readonly sql: string;
  readonly values: unknown[];
}

/**
 * Runs something, and does its statements again under EXPLAIN ANALYZE, with the settings that it had made for them. Of the
 * second time nothing stays.
 */
export async function workOf(database: DataSource, run: () => Promise<unknown>): Promise<Work> {
  const statements = await statementsOf(run);
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    await runner.query('SET LOCAL max_parallel_workers = 0'); // the same plans; what a worker reads would be counted elsewhere
    await runner.query('SAVEPOINT before');
    const before = await readSoFar(runner);
    const plans: Plan[] = [];
    for (const statement of statements) plans.push(...(await again(runner, statement)));
    const after = await readSoFar(runner);
    return {
      plans,
      ticketsRead: after.tickets - before.tickets,
      entriesFound: after.entries - before.entries,
      blocksRead: plans.reduce((sum, plan) => sum + plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], 0),
    };
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** What reaches the driver, whoever sends it. Both forms of the database have the same driver. */
async function statementsOf(run: () => Promise<unknown>): Promise<Statement[]> {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    await run();
    return query.mock.calls.map(statementOf);
  } finally {
    query.mockRestore();
  }
}

/** The two ways of handing a statement to the driver: text and values apart, or together. */
function statementOf([first, second]: unknown[]): Statement {
  const { text, values } =
    typeof first === 'string' ? { text: first, values: second } : (first as { text: string; values?: unknown });
  return { sql: text.trim(), values: Array.isArray(values) ? values : [] };
}

/** The plans of a statement: one, or none for what only frames others. */
async function again(runner: QueryRunner, { sql, values }: Statement): Promise<Plan[]> {
  if (/^(START|BEGIN|SET TRANSACTION)\b/i.test(sql)) return [];
  if (/^(COMMIT|ROLLBACK)\b/i.test(sql)) {
    await runner.query('ROLLBACK TO SAVEPOINT before'); // its own settings end with it
    return [];
  }
  if (/^SET LOCAL\b/i.test(sql)) {
    await runner.query(sql);
    return [];
  }
  if (!/^(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(sql)) throw new Error(`This has no plan: ${sql}`);
  const [row] = (await runner.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, values)) as [
    { 'QUERY PLAN': [{ Plan: Plan }] },
  ];
  return [row['QUERY PLAN'][0].Plan];
}

/** PostgreSQL's own count of what this transaction has read. */
async function readSoFar(runner: QueryRunner): Promise<{ tickets: number; entries: number }> {
  const [row] = (await runner.query(`
    SELECT sum(pg_stat_get_xact_tuples_returned(indexrelid))::int AS entries,
      (sum(pg_stat_get_xact_tuples_fetched(indexrelid)) + pg_stat_get_xact_tuples_fetched('tickets'::regclass)
        + pg_stat_get_xact_tuples_returned('tickets'::regclass))::int AS tickets
    FROM pg_index WHERE indrelid = 'tickets'::regclass`)) as [{ tickets: number; entries: number }];
  return row;
}

/** The parts of plans that go through a whole table of tickets, be it by an index, and stop at no limit. */
export function wholeReads(plans: readonly Plan[], parent?: Plan): string[] {
  return plans.flatMap((plan) => [
    ...(isWholeRead(plan, parent) ? [`${plan['Node Type']} on tickets ${plan['Index Name'] ?? ''}`.trim()] : []),
    ...wholeReads(plan.Plans ?? [], plan),
  ]);
}

function isWholeRead(plan: Plan, parent: Plan | undefined): boolean {
  if (plan['Relation Name'] !== 'tickets') return false;
  if (plan['Node Type'] === 'Seq Scan') return true;
  return /^Index (Only )?Scan$/.test(plan['Node Type']) && !plan['Index Cond'] && parent?.['Node Type'] !== 'Limit';
}
