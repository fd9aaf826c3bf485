import type { EntityManager } from 'typeorm';
import type { AnsweredRequest } from './answered-request';
import { askedAt } from './suggestion-id';

/** The columns that the answer of a request fills, with their types. */
const ANSWER_COLUMNS = {
  asked_at: 'timestamptz',
  surface: 'text',
  is_blind: 'boolean',
  outcome: 'text',
  model: 'text',
  model_version: 'text',
  prompt_version: 'integer',
  category: 'text',
  priority: 'text',
  local_model: 'text',
  local_version: 'integer',
  local_category: 'text',
  local_priority: 'text',
  local_confidence: 'real',
  characters: 'integer',
  attempts: 'integer',
  latency_ms: 'integer',
  is_cached: 'boolean',
  prompt_tokens: 'integer',
  output_tokens: 'integer',
  thought_tokens: 'integer',
  cost_micros: 'bigint',
} as const;

/** A row of the ledger without what people chose. */
export type LedgerRow = { readonly id: string } & {
  readonly [C in keyof typeof ANSWER_COLUMNS]: string | number | boolean | undefined;
};

const NAMES = Object.keys(ANSWER_COLUMNS);
const COLUMN_LIST = ['id', ...NAMES].join(', ');
const TYPES = Object.entries(ANSWER_COLUMNS).map(([name, type]) => `${name} ${type}`);

/** The ticket may have been filed before: its choice stays. */
const INSERT_ANSWERS = `
  INSERT INTO suggestions AS suggestion (${COLUMN_LIST})
  SELECT ${COLUMN_LIST} FROM jsonb_to_recordset($1::jsonb) AS answer (id uuid, ${TYPES.join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}
  WHERE suggestion.outcome IS NULL`;

const COUNT_LOSSES = `
  INSERT INTO suggestion_losses AS losses (day, number) VALUES ((now() AT TIME ZONE 'UTC')::date, $1)
  ON CONFLICT (day) DO UPDATE SET number = losses.number + excluded.number`;

/** Maximum length of a model's name in the ledger. */
const NAME_MAX_LENGTH = 200;

export function toLedgerRow(id: string, request: AnsweredRequest): LedgerRow {
  const { surface, isBlind, outcome, model, local, characters, latencyMs } = request;
  return {
    id,
    asked_at: askedAt(id).toISOString(),
    surface,
    is_blind: isBlind,
    outcome,
    model: model?.name.slice(0, NAME_MAX_LENGTH),
    model_version: model?.version?.slice(0, NAME_MAX_LENGTH),
    prompt_version: model?.promptVersion,
    category: model?.category,
    priority: model?.priority,
    local_model: local?.model,
    local_version: local?.version,
    local_category: local?.category,
    local_priority: local?.priority,
    local_confidence: local?.confidence,
    characters,
    attempts: model?.attempts,
    latency_ms: Math.round(latencyMs),
    is_cached: model?.isCached,
    prompt_tokens: model?.promptTokens,
    output_tokens: model?.outputTokens,
    thought_tokens: model?.thoughtTokens,
    cost_micros: model?.costMicros,
  };
}

/** @param lost number of rows that found no room in the queue */
export async function insertRows(manager: EntityManager, rows: readonly LedgerRow[], lost: number): Promise<void> {
  await manager.query(INSERT_ANSWERS, [JSON.stringify(rows)]);
  if (lost > 0) await manager.query(COUNT_LOSSES, [lost]);
}
