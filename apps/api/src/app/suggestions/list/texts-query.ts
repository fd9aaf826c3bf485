import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { TEXT_CALLS, TEXT_RESULTS, textsInRange } from '../quality/measured-texts';
import { pageBounds } from './page-bounds';
import type { TextFilter, TextKind } from './text-filter';

/** A request for a summary or a draft, and what became of it. */
export interface TextRow {
  readonly id: string;
  /** RFC 3339 in UTC, as all times of a row. */
  readonly asked_at: string;
  readonly kind: TextKind;
  readonly ticket_id: number;
  readonly team_id: number | null;
  readonly outcome: string;
  readonly model: string;
  readonly prompt_version: number;
  /** Null if there is no text. */
  readonly words: number | null;
  /** When a reply was sent that began as this draft. */
  readonly sent_at: string | null;
  /** Words by which the reply differs; null if nobody said. */
  readonly edit_distance: number | null;
  /** Milliseconds. */
  readonly latency_ms: number;
  /** Millionths of a unit of money; null if unknown. */
  readonly cost_micros: number | null;
}

/**
 * The newest requests that match a filter.
 * @param after the id of the request that the page follows
 */
export function textRowsQuery(
  manager: EntityManager,
  filter: TextFilter,
  after: string | undefined,
  limit: number,
): SelectQueryBuilder<ObjectLiteral> {
  const { to, cursor } = pageBounds(filter.to, after);
  const query = textsInRange(manager, { ...filter, to })
    .select([
      't.id AS id, t.asked_at AS asked_at, t.kind AS kind, t.ticket_id AS ticket_id, t.team_id AS team_id, t.outcome AS outcome',
      't.model AS model, t.prompt_version AS prompt_version, t.words AS words, t.sent_at AS sent_at',
      't.edit_distance AS edit_distance, t.latency_ms AS latency_ms, t.cost_micros::float8 AS cost_micros',
    ])
    .orderBy('t.asked_at', 'DESC')
    .addOrderBy('t.id', 'DESC')
    .limit(limit);
  if (filter.kind !== undefined) query.andWhere('t.kind = :kind', { kind: filter.kind });
  if (filter.result !== undefined) query.andWhere(TEXT_RESULTS[filter.result]);
  if (filter.call !== undefined) query.andWhere(TEXT_CALLS[filter.call]);
  if (cursor) query.andWhere('(t.asked_at, t.id) < (:afterTime::timestamptz, :after::uuid)', cursor);
  return query;
}
