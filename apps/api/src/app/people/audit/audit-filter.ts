import type { SecurityEventName } from '@docket/domain';
import type { PageCursor } from '../../platform/database/page-cursor';

/** Restricts security events; an absent part restricts nothing. */
export interface AuditFilter {
  readonly event?: SecurityEventName | undefined;
  /** The id of the person who acted. */
  readonly actor?: number | undefined;
  /** The id of a person who acted or whom the event is about. */
  readonly person?: number | undefined;
  /** The first UTC day, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  /** The last UTC day. */
  readonly to?: string | undefined;
}

/** A statement that selects events: those beyond the cursor in its direction, nearest first. */
export interface AuditStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const COLUMNS = `
  event.id::int AS id, event.at, event.event, event.actor_id, actor.name AS actor_name, event.user_id, subject.name AS user_name,
  event.token_id, event.details, event.ip, event.user_agent, event.request_id`;

/**
 * Builds the statement for a page. It reads index entries of the page only, also for a person who acted in few of the events and is
 * the subject of others.
 */
export function selectEvents(filter: AuditFilter, cursor: PageCursor | undefined, limit: number): AuditStatement {
  const order = cursor?.direction === 'prev' ? 'ASC' : 'DESC';
  const values: unknown[] = [];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [
    ...(filter.event === undefined ? [] : [`event = ${parameter(filter.event)}`]),
    ...(filter.actor === undefined ? [] : [`actor_id = ${parameter(filter.actor)}`]),
    ...timeConditions(filter, cursor, parameter),
  ];
  const select = (condition?: string): string => {
    const all = condition === undefined ? conditions : [...conditions, condition];
    const where = all.length ? ` WHERE ${all.join(' AND ')}` : '';
    return `(SELECT id FROM security_events${where} ORDER BY at ${order}, id ${order} LIMIT ${limit})`;
  };
  const person = filter.person === undefined ? undefined : parameter(filter.person);
  const page = person ? `${select(`actor_id = ${person}`)} UNION ${select(`user_id = ${person}`)}` : select();
  const sql = `
    SELECT ${COLUMNS} FROM (${page}) AS page JOIN security_events AS event USING (id)
      LEFT JOIN users AS actor ON actor.id = event.actor_id LEFT JOIN users AS subject ON subject.id = event.user_id
    ORDER BY event.at ${order}, event.id ${order} LIMIT ${limit}`;
  return { sql, values };
}

/**
 * The range of days and the cursor. Of two bounds on the same end of the index, only the tighter: PostgreSQL may start at the looser
 * one and read all entries up to the tighter.
 */
function timeConditions(
  { from, to }: AuditFilter,
  cursor: PageCursor | undefined,
  parameter: (value: unknown) => string,
): string[] {
  const day = cursor?.created_at.slice(0, 10) ?? '';
  const isCursorTighter =
    cursor?.direction === 'prev' ? from === undefined || day >= from : to === undefined || day <= to;
  const conditions: string[] = [];
  if (cursor && isCursorTighter) {
    const operator = cursor.direction === 'prev' ? '>' : '<';
    conditions.push(`(at, id) ${operator} (${parameter(cursor.created_at)}, ${parameter(cursor.id)})`);
  }
  if (from !== undefined && !(isCursorTighter && cursor?.direction === 'prev')) {
    conditions.push(`at >= ${parameter(`${from}T00:00:00Z`)}`);
  }
  if (to !== undefined && !(isCursorTighter && cursor?.direction === 'next')) {
    conditions.push(`at < ${parameter(`${to}T00:00:00Z`)}::timestamptz + interval '24 hours'`);
  }
  return conditions;
}
