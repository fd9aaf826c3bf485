import type { DataSource } from 'typeorm';
import { idAt } from './ledger-rows';

/** Columns of a row of the table `written_texts`. */
export type TextRow = Readonly<Record<string, string | number | null>>;

/** A written draft that nobody sent. */
export const DRAFT: TextRow = {
  asked_at: '2026-10-01T12:00:00Z', kind: 'draft', ticket_id: 7, team_id: null, outcome: 'written', words: 20, model: 'flash',
  prompt_version: 1, attempts: 1, latency_ms: 900, prompt_tokens: 700, cost_micros: 80, sent_at: null, edit_distance: null,
}; // prettier-ignore
export const SENT: TextRow = { ...DRAFT, sent_at: '2026-10-01T12:05:00Z', edit_distance: 4 };

/** Texts of ten weeks, the same ones in each run. */
export function manyTexts(count: number): TextRow[] {
  let state = 5;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  return Array.from({ length: count }, (): TextRow => {
    const outcome = pick([
      'written',
      'written',
      'written',
      'unverified',
      'blocked',
      'timeout',
      'stopped',
      'overloaded',
    ]);
    const kind = pick(['summary', 'draft', 'draft']);
    const isAnswered = ['written', 'unverified', 'blocked'].includes(outcome);
    const isSent = kind === 'draft' && outcome === 'written' && random() < 0.6;
    const asked = new Date(Date.parse('2026-09-01T00:00:00Z') + random() * 70 * 24 * 60 * 60 * 1000).toISOString();
    return {
      ...DRAFT,
      asked_at: asked,
      kind,
      outcome,
      team_id: pick([null, 1, 2]),
      attempts: outcome === 'overloaded' ? 0 : 1,
      prompt_tokens: isAnswered ? 700 : null,
      cost_micros: isAnswered && random() < 0.7 ? 1 + Math.floor(random() * 300) : null,
      sent_at: isSent ? asked : null,
      edit_distance: isSent && random() < 0.9 ? Math.floor(random() ** 2 * 40) : null,
    };
  });
}

/** Inserts rows with ids like those of the API, which begin with the time of the request. */
export async function insertTexts(database: DataSource, rows: readonly TextRow[]): Promise<void> {
  const names = ['id', ...Object.keys(DRAFT)].join(', ');
  const identified = rows.map((row) => ({ id: idAt(String(row['asked_at'])), ...row }));
  await database.query(
    `INSERT INTO written_texts (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::written_texts, $1::jsonb)`,
    [JSON.stringify(identified)],
  );
}
