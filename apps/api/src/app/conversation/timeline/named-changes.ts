import type { EntityManager } from 'typeorm';
import type { TicketEventChange } from '../../history';

/** The relations of a ticket: the column in an event, the name in a response, and the query for the names. */
const RELATIONS = [
  { column: 'requester_id', name: 'requester', select: 'SELECT id, coalesce(name, email) AS name FROM requesters' },
  { column: 'assignee_id', name: 'assignee', select: 'SELECT id, name FROM users' },
  { column: 'team_id', name: 'team', select: 'SELECT id, name FROM teams' },
] as const;

/** One statement for all names, because most pages need few of them. */
const SELECT_NAMES = RELATIONS.map(
  ({ name, select }, index) =>
    `SELECT '${name}' AS relation, id, name FROM (${select}) AS named WHERE id = ANY ($${index + 1})`,
).join(' UNION ALL ');

interface NamedRow {
  readonly relation: string;
  readonly id: number;
  readonly name: string;
}

/** Replaces ids in changes by `{ id, name }` with the current names: `assignee_id: [null, 3]` becomes `assignee: [null, { … }]`. */
export async function withNames<T extends { readonly change: TicketEventChange | null }>(
  manager: EntityManager,
  rows: readonly T[],
): Promise<T[]> {
  const ids = RELATIONS.map(({ column }) => rows.flatMap(({ change }) => change?.[column] ?? []).filter(isId));
  if (ids.every(({ length }) => length === 0)) return [...rows];
  const names = await manager.query<NamedRow[]>(SELECT_NAMES, ids);
  return rows.map((row) => ({ ...row, change: row.change && named(row.change, names) }));
}

function named(change: TicketEventChange, names: readonly NamedRow[]): TicketEventChange {
  const entries = Object.entries(change).map(([column, values]) => {
    const relation = RELATIONS.find((each) => each.column === column)?.name;
    if (!relation) return [column, values] as const;
    const find = (id: unknown) => names.find((row) => row.relation === relation && row.id === id);
    return [relation, values.map((id) => toReference(find(id)))] as const;
  });
  return Object.fromEntries(entries);
}

function toReference(row: NamedRow | undefined): { id: number; name: string } | null {
  return row ? { id: row.id, name: row.name } : null;
}

function isId(value: unknown): value is number {
  return typeof value === 'number';
}
