import { Client } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/** A plan node in the output of EXPLAIN (FORMAT JSON). */
export interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  /** Includes the child nodes. */
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/** Plans and row counts of the statements of a request. */
export interface Work {
  readonly plans: readonly Plan[];
  /** Rows of `tickets` that were read, including filtered rows and rows that functions and triggers read. */
  readonly ticketsRead: number;
  /** Index entries of `tickets` that scans returned. Skipped entries count in `blocksRead` only. */
  readonly entriesFound: number;
  /** Reads of 8 kB blocks of all tables and indexes. A block that is read twice counts twice. */
  readonly blocksRead: number;
}

interface Statement {
  readonly sql: string;
  readonly values: unknown[];
}

/** Records the statements of `run`, then repeats them under EXPLAIN ANALYZE, including their SET LOCAL and savepoints. Rolls the repetition back. */
export async function measureWork(database: DataSource, run: () => Promise<unknown>): Promise<Work> {
  const statements = await recordStatements(run);
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    await runner.query('SET LOCAL max_parallel_workers = 0'); // the counters below exclude reads of parallel workers
    await runner.query('SAVEPOINT before');
    const before = await readCounters(runner);
    const plans: Plan[] = [];
    for (const statement of statements) plans.push(...(await explain(runner, statement)));
    const after = await readCounters(runner);
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

/** Records all statements that reach the driver, which the server and the embedded database share. */
async function recordStatements(run: () => Promise<unknown>): Promise<Statement[]> {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    await run();
    return query.mock.calls.map(toStatement);
  } finally {
    query.mockRestore();
  }
}

/** Supports both signatures of `query`: text and values, or one object with both. */
function toStatement([first, second]: unknown[]): Statement {
  const { text, values } =
    typeof first === 'string' ? { text: first, values: second } : (first as { text: string; values?: unknown });
  return { sql: text.trim(), values: Array.isArray(values) ? values : [] };
}

/** Runs a statement under EXPLAIN ANALYZE. Skips statements without a plan: transaction control, SET, and the bell's notification. */
async function explain(runner: QueryRunner, { sql, values }: Statement): Promise<Plan[]> {
  if (/^(?:START|BEGIN|SET TRANSACTION|LISTEN|NOTIFY)\b/i.test(sql)) return [];
  if (/^(?:SET LOCAL|SAVEPOINT|ROLLBACK TO)\b/i.test(sql)) {
    await runner.query(sql);
    return [];
  }
  if (/^(?:COMMIT|ROLLBACK)\b/i.test(sql)) {
    await runner.query('ROLLBACK TO SAVEPOINT before'); // also reverts SET LOCAL
    return [];
  }
  if (!/^(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(sql)) throw new Error(`Cannot explain: ${sql}`);
  const [row] = (await runner.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, values)) as [
    { 'QUERY PLAN': [{ Plan: Plan }] },
  ];
  return [row['QUERY PLAN'][0].Plan];
}

/** PostgreSQL's read counters of the current transaction. */
async function readCounters(runner: QueryRunner): Promise<{ tickets: number; entries: number }> {
  const [row] = (await runner.query(`
    SELECT sum(pg_stat_get_xact_tuples_returned(indexrelid))::int AS entries,
      (sum(pg_stat_get_xact_tuples_fetched(indexrelid)) + pg_stat_get_xact_tuples_fetched('tickets'::regclass)
        + pg_stat_get_xact_tuples_returned('tickets'::regclass))::int AS tickets
    FROM pg_index WHERE indrelid = 'tickets'::regclass`)) as [{ tickets: number; entries: number }];
  return row;
}

/** Plan nodes that scan all of `tickets`, through the table or an index, without a LIMIT. */
export function fullScans(plans: readonly Plan[], parent?: Plan): string[] {
  return plans.flatMap((plan) => [
    ...(isWholeRead(plan, parent) ? [`${plan['Node Type']} on tickets ${plan['Index Name'] ?? ''}`.trim()] : []),
    ...(plan.Plans ?? []).flatMap((child, index) => fullScans([child], isPassedThrough(plan, index) ? parent : plan)),
  ]);
}

/** Whether a node passes on the rows of a child as they are read, so that a LIMIT above it ends the scan below it. */
function isPassedThrough({ 'Node Type': type }: Plan, child: number): boolean {
  return type === 'WindowAgg' || (child === 0 && (type === 'Nested Loop' || type === 'Hash Join'));
}

function isWholeRead(plan: Plan, parent: Plan | undefined): boolean {
  if (plan['Relation Name'] !== 'tickets') return false;
  if (plan['Node Type'] === 'Seq Scan') return true;
  return /^Index (?:Only )?Scan$/.test(plan['Node Type']) && !plan['Index Cond'] && parent?.['Node Type'] !== 'Limit';
}
