import { randomUUIDv7 } from 'node:crypto';
import { Client } from 'pg';
import { createServerDatabase } from '#testing/test-database';
import { startApi } from '../processes.mts';
import { realisticTickets } from '../realistic-tickets.mts';
import { alternate } from '../statistics.mts';

/** Cost of the ledger of suggestions, in ms per request. */
export interface SuggestionMeasurements {
  /** Figures of the last 30 days, and of 400. */
  readonly month: readonly number[];
  readonly year: readonly number[];
  /** A bare SQL count over the same 400 days. */
  readonly bareCount: readonly number[];
  /** A page of the suggestions behind a figure of 400 days: an empty cell of the confusion matrix, and the reason of a fallback. */
  readonly cell: readonly number[];
  readonly reason: readonly number[];
  /** Filing a ticket with and without the suggestion that was shown. */
  readonly filingWithChoice: readonly number[];
  readonly filing: readonly number[];
}

/** 540 days of a desk with 2,200 suggestions a day, one in 20 of them blind. */
const ROWS = 1_200_000;
const FILL = `
  INSERT INTO suggestions (id, asked_at, surface, is_blind, outcome, model, prompt_version, category, priority, local_model,
    local_version, local_category, local_confidence, characters, attempts, latency_ms, is_cached, prompt_tokens, output_tokens,
    cost_micros, ticket_id, team_id, shown_at, chosen_category, chosen_priority, chosen_at)
  SELECT gen_random_uuid(), at, 'form', blind, CASE WHEN random() < 0.98 THEN 'answered' ELSE 'timeout' END,
    'flash-' || (n / 400000), 2, category, 'medium', 'learned', 1, category, random(), 400, 1, (3000 * random())::int, random() < 0.1,
    700, 12, 80, n, 1 + n % 8, CASE WHEN NOT blind THEN at END, CASE WHEN random() < 0.85 THEN category ELSE 'general' END, 'medium', at
  FROM (
    SELECT n, now() - n * interval '39 seconds' AS at, random() < 0.05 AS blind,
      (ARRAY['general', 'billing', 'technical', 'account'])[1 + floor(4 * random())::int] AS category
    FROM generate_series(1, ${ROWS}) AS n
  ) AS suggestion`;
const READS = 20;
const FILINGS = 300;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Measures the quality report on a full ledger, and filing with it. */
export async function measureSuggestions(adminUrl: string): Promise<SuggestionMeasurements> {
  const { url } = await createServerDatabase(adminUrl);
  const api = await startApi(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT setseed(0.5)');
    await client.query(FILL);
    await client.query('VACUUM ANALYZE suggestions');
    const day = (ago: number) => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
    const read = (days: number) =>
      timed(async () => {
        const response = await fetch(`${api.url}/api/quality/?provider=gemini&from=${day(days - 1)}&to=${day(0)}`);
        const { recorded } = (await response.json()) as { recorded?: number };
        if (!recorded) throw new Error(`The report got ${response.status}, and no suggestion`);
      });
    const list = (filter: string) =>
      timed(async () => {
        const response = await fetch(
          `${api.url}/api/suggestions/?provider=gemini&from=${day(399)}&to=${day(0)}&${filter}`,
        );
        await response.text();
        if (response.status !== 200) throw new Error(`The list got ${response.status}`);
      });
    const [ticket] = realisticTickets(1, 7);
    const { title, description, category, priority } = ticket ?? {};
    const file = (suggestion: object) =>
      timed(async () => {
        const body = JSON.stringify({ title, description, category, priority, ...suggestion });
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(`${api.url}/api/tickets/`, { method: 'POST', headers, body });
        await response.text();
        if (response.status !== 201) throw new Error(`The ticket got ${response.status}`);
      });
    const shown = () => ({ suggestion_id: randomUUIDv7(), suggestion_shown: new Date().toISOString() });
    await alternate(20, { filing: () => file({}), filingWithChoice: () => file(shown()) }); // warms up
    return {
      ...(await alternate(READS, {
        month: () => read(30),
        year: () => read(400),
        bareCount: () =>
          timed(() => client.query(`SELECT count(*) FROM suggestions WHERE asked_at >= $1::date`, [day(399)])),
      })),
      ...(await alternate(READS, {
        cell: () => list('role=blind&suggested=billing&chosen=account'),
        reason: () => list('outcome=timeout'),
      })),
      ...(await alternate(FILINGS, { filing: () => file({}), filingWithChoice: () => file(shown()) })),
    };
  } finally {
    await client.end();
    await api.stop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
