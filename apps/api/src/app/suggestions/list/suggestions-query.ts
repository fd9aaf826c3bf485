import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { CALLS, CONFIDENCE_TENTH, LEARNED_UNSEEN, measuredColumns, recorded } from '../quality/measured-suggestions';
import { pageBounds } from './page-bounds';
import type { Label, Role, SuggestionFilter, Surface } from './suggestion-filter';

/** A suggestion of one provider for one field, and what became of it. */
export interface SuggestionRow {
  readonly id: string;
  /** RFC 3339 in UTC, as all times of a row. */
  readonly asked_at: string;
  readonly ticket_id: number | null;
  readonly team_id: number | null;
  readonly surface: Surface;
  readonly outcome: string;
  readonly model: string | null;
  readonly prompt_version: number | null;
  readonly role: 'blind' | 'shown' | 'unseen';
  readonly suggested: Label | null;
  readonly confidence: number | null;
  readonly shown_at: string | null;
  readonly choice: 'accepted' | 'overridden' | 'unseen' | 'abandoned' | null;
  readonly chosen: Label | null;
  readonly chosen_at: string | null;
  readonly final: Label | null;
  readonly final_at: string | null;
  /** Milliseconds. */
  readonly latency_ms: number;
  /** Millionths of a unit of money; null if unknown. */
  readonly cost_micros: number | null;
}

/** Time after which a suggestion without a ticket counts as abandoned, as SQL. */
const ABANDONED_AFTER = `interval '24 hours'`;

/**
 * The newest recorded suggestions that match a filter.
 * @param after the id of the suggestion that the page follows
 */
export function suggestionsQuery(
  manager: EntityManager,
  filter: SuggestionFilter,
  after: string | undefined,
  limit: number,
): SelectQueryBuilder<ObjectLiteral> {
  const { isAlone, isBlind, isCompared, isShown, suggested, chosen, final } = measuredColumns(filter);
  const roles: Record<Role, string> = { alone: isAlone, blind: isBlind, compared: isCompared, shown: isShown };
  const query = pageOf(manager, filter, after)
    .select([
      's.id AS id, s.asked_at AS asked_at, s.ticket_id AS ticket_id, s.team_id AS team_id, s.surface AS surface, s.outcome AS outcome',
      modelColumns(filter),
      `CASE WHEN s.is_blind THEN 'blind' WHEN ${isShown} THEN 'shown' ELSE 'unseen' END AS role`,
      `${suggested} AS suggested, s.shown_at AS shown_at`,
      `CASE
         WHEN ${suggested} IS NULL THEN NULL
         WHEN s.chosen_at IS NULL THEN CASE WHEN s.asked_at < now() - ${ABANDONED_AFTER} THEN 'abandoned' END
         WHEN NOT (${isShown}) THEN 'unseen'
         WHEN ${suggested} = ${chosen} THEN 'accepted'
         ELSE 'overridden'
       END AS choice`,
      `${chosen} AS chosen, s.chosen_at AS chosen_at, ${final} AS final, s.final_at AS final_at, s.latency_ms AS latency_ms, s.cost_micros::float8 AS cost_micros`,
    ])
    .orderBy('s.asked_at', 'DESC')
    .addOrderBy('s.id', 'DESC')
    .limit(limit);
  if (filter.ticketId !== undefined) query.andWhere('s.ticket_id = :ticketId', { ticketId: filter.ticketId });
  if (filter.outcome !== undefined) query.andWhere('s.outcome = :outcome', { outcome: filter.outcome });
  if (filter.surface !== undefined) query.andWhere('s.surface = :surface', { surface: filter.surface });
  if (filter.role !== undefined) query.andWhere(roles[filter.role]);
  if (filter.call !== undefined) query.andWhere(CALLS[filter.call]);
  if (filter.confidenceTenth !== undefined)
    query.andWhere(LEARNED_UNSEEN).andWhere(`${CONFIDENCE_TENTH} = :tenth`, { tenth: filter.confidenceTenth });
  if (filter.suggested !== undefined) query.andWhere(`${suggested} = :suggested`, { suggested: filter.suggested });
  if (filter.chosen !== undefined) query.andWhere(`${chosen} = :chosen`, { chosen: filter.chosen });
  if (filter.final !== undefined) query.andWhere(`${final} = :final`, { final: filter.final });
  return query;
}

/** The range of days, from the cursor on. */
function pageOf(
  manager: EntityManager,
  filter: SuggestionFilter,
  after: string | undefined,
): SelectQueryBuilder<ObjectLiteral> {
  const { to, cursor } = pageBounds(filter.to, after);
  const query = recorded(manager, { ...filter, to });
  return cursor ? query.andWhere('(s.asked_at, s.id) < (:afterTime::timestamptz, :after::uuid)', cursor) : query;
}

/** Only the trained model says how sure it is, and only of the category. */
function modelColumns({ provider, field }: SuggestionFilter): string {
  if (provider === 'gemini') return 's.model AS model, s.prompt_version AS prompt_version, NULL::real AS confidence';
  const confidence = field === 'category' ? 's.local_confidence' : 'NULL::real';
  return `s.local_model AS model, NULL::integer AS prompt_version, ${confidence} AS confidence`;
}
