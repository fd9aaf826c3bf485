import { FALLBACK_REASONS, TICKET_CATEGORIES, TICKET_PRIORITIES } from '@docket/domain';
import type { DataSource } from 'typeorm';

/** Columns of a row of the table `suggestions`, without its id. */
export type LedgerRow = Readonly<Record<string, string | number | boolean | null>>;

/** A request without a suggestion and without a ticket. Time and outcome are missing. */
export const NO_CHOICE: LedgerRow = {
  model: null, prompt_version: null, category: null, priority: null, local_model: null, local_version: null, local_category: null,
  local_priority: null, local_confidence: null, team_id: null, shown_at: null, chosen_at: null, ticket_id: null, chosen_category: null,
  chosen_priority: null, final_category: null, final_at: null, final_by: null, latency_ms: 10, is_cached: false,
  attempts: null, prompt_tokens: null, cost_micros: null, surface: 'form', is_blind: false,
}; // prettier-ignore

/** Pseudo-random numbers from 0 (inclusive) to 1 (exclusive), the same in each run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

/** Suggestions of ten weeks, with all kinds of rows that a ledger may contain. */
export function aLedger(count: number): LedgerRow[] {
  const random = randomNumbers(7);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const maybe = <T>(share: number, value: T): T | null => (random() < share ? value : null);
  return Array.from({ length: count }, (_, n) => {
    const asked = new Date(Date.parse('2026-09-07T00:00:00Z') + random() * 70 * 24 * 60 * 60 * 1000).toISOString();
    const outcome = random() < 0.8 ? 'answered' : pick(FALLBACK_REASONS);
    const category = pick(TICKET_CATEGORIES);
    const isBlind = random() < 0.5;
    const isFiled = random() < 0.8;
    const hasModel = outcome !== 'not_configured';
    const isLearned = n % 4 !== 0;
    return {
      ...NO_CHOICE,
      asked_at: asked,
      outcome,
      is_blind: isBlind,
      surface: pick(['form', 'api']),
      team_id: maybe(0.7, pick([1, 2])),
      model: hasModel ? (asked < '2026-10-10' ? 'flash-2' : 'flash-3') : null,
      prompt_version: hasModel ? 2 : null,
      category: outcome === 'answered' ? category : null,
      priority: outcome === 'answered' ? pick(TICKET_PRIORITIES) : null,
      local_model: isLearned ? 'learned' : 'words',
      local_version: isLearned ? (asked < '2026-10-01' ? 3 : 4) : null,
      local_category: maybe(0.7, pick([category, pick(TICKET_CATEGORIES)])),
      local_priority: maybe(0.5, pick(TICKET_PRIORITIES)),
      local_confidence: maybe(0.5, Math.round(random() * 1000) / 1000),
      latency_ms: Math.floor(random() * 4000),
      is_cached: random() < 0.1,
      attempts: outcome === 'answered' ? 1 : ([0, null, 2][n % 3] ?? null),
      prompt_tokens: maybe(0.8, 700),
      cost_micros: maybe(0.5, 100),
      ...(isFiled && {
        ticket_id: n + 1,
        chosen_at: asked,
        chosen_category: random() < 0.7 ? category : pick(TICKET_CATEGORIES),
        chosen_priority: pick(TICKET_PRIORITIES),
        shown_at: isBlind ? null : maybe(0.8, asked),
      }),
    };
  });
}

/** Inserts rows with ids like those of the API, which begin with the time of the request. */
export async function insertLedger(database: DataSource, rows: readonly LedgerRow[]): Promise<void> {
  const names = ['id', ...Object.keys(rows[0] ?? {})].join(', ');
  const identified = rows.map((row) => ({ id: idAt(String(row['asked_at'])), ...row }));
  await database.query(
    `INSERT INTO suggestions (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::suggestions, $1::jsonb)`,
    [JSON.stringify(identified)],
  );
}

/** A version 7 UUID with a random end. */
export function idAt(time: string): string {
  const digits = Date.parse(time).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}
