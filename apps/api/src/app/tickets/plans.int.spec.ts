import { type DataSource } from 'typeorm';
import { type TestApp, startTestApp } from '../../testing/test-app';
import { StatsService } from '../stats/stats.service';
import type { PageCursor } from './page-cursor';
import { TicketList } from './ticket-list';
import type { TicketFilter } from './ticket-filter';

/** Enough for reading them all to cost much more than an index. */
const MANY = 20_000;
/** Filed in one statement, which has to end within the time-outs of a request. */
const AT_ONCE = 1000;

let api: TestApp;
let statements: { sql: string; parameters: unknown[] }[];

beforeAll(async () => {
  api = await startTestApp();
  for (let from = 1; from <= MANY; from += AT_ONCE) await file(from, from + AT_ONCE - 1);
  await api.database.query('VACUUM ANALYZE tickets');
}, 120_000);
afterAll(() => api.close());

async function file(from: number, to: number): Promise<void> {
  await api.database.query(
    `INSERT INTO tickets (title, description, category, priority, status, created_at)
     SELECT 'The printer in room ' || n % 997, 'It says error ' || md5(n::text) || CASE WHEN n % 4999 = 0 THEN ' zeppelin' ELSE '' END,
       (ARRAY['technical', 'technical', 'billing', 'account', 'general'])[1 + n % 5], (ARRAY['medium', 'low', 'high', 'critical'])[1 + n / 5 % 4],
       CASE WHEN n % 100 = 0 THEN 'in_progress' WHEN n > $1 * 0.97 THEN 'open' ELSE 'closed' END,
       now() - ($1 - n) * interval '5 minutes'
     FROM generate_series($2::int, $3::int) AS n`,
    [MANY, from, to],
  );
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** Runs something, and explains each SELECT that it sent, under the settings that it had made for it. */
async function plansOf(run: () => Promise<unknown>): Promise<Plan[]> {
  statements = [];
  const logger = api.database.logger;
  const logQuery = jest.spyOn(logger, 'logQuery');
  logQuery.mockImplementation(
    (sql, parameters) => void statements.push({ sql, parameters: (parameters ?? []) as unknown[] }),
  );
  await run();
  logQuery.mockRestore();
  return api.database.transaction(async ({ queryRunner }) => {
    const plans: Plan[] = [];
    for (const { sql, parameters } of statements) {
      if (sql.startsWith('SET LOCAL')) await queryRunner?.query(sql);
      if (!sql.startsWith('SELECT')) continue;
      const [row] = (await queryRunner?.query(`EXPLAIN (FORMAT JSON) ${sql}`, parameters)) as [
        { 'QUERY PLAN': [{ Plan: Plan }] },
      ];
      plans.push(row['QUERY PLAN'][0].Plan);
    }
    return plans;
  });
}

/** The parts of plans that read a whole table of tickets, be it through an index. */
function wholeReads(plans: readonly Plan[]): string[] {
  return plans.flatMap((plan) => [
    ...(plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] === 'tickets' ? ['Seq Scan on tickets'] : []),
    ...wholeReads(plan.Plans ?? []),
  ]);
}

const list = (filter: TicketFilter, cursor?: PageCursor) => api.app.get(TicketList).page(filter, 50, cursor);
const halfWay = (): PageCursor => ({
  created_at: new Date(Date.now() - (MANY / 2) * 300_000).toISOString(),
  id: MANY / 2,
  direction: 'next',
});

it.each<[string, TicketFilter]>([
  ['no filter', {}],
  ['one label', { status: ['open'] }],
  ['labels that hardly occur', { status: ['in_progress'], priority: ['critical'], category: ['general', 'billing'] }],
  ['days', { created_from: '2020-01-01', created_to: '2020-02-01' }],
  ['a rare word', { search: 'zeppelin' }],
  ['a word of every ticket', { search: 'printer' }],
  ['a word that does not occur', { search: 'xylophone' }],
  ['two words', { search: 'zeppelin printer' }],
  ['a frequent word and rare labels', { search: 'error', status: ['in_progress'], priority: ['low'] }],
  ['a rare word and frequent labels', { search: 'zeppelin', status: ['closed'] }],
])('a page with %s never reads all tickets', async (_, filter) => {
  const first = await plansOf(() => list(filter));
  const deep = await plansOf(() => list(filter, halfWay()));

  expect(first.length).toBeGreaterThan(0);
  expect(wholeReads([...first, ...deep])).toEqual([]);
});

it('the figures read no ticket at all', async () => {
  const plans = await plansOf(() => new StatsService(api.database as DataSource).summarise());

  expect(plans.length).toBeGreaterThan(4);
  expect(JSON.stringify(plans)).not.toContain('"Relation Name":"tickets"');
});
