/** Maximum number of names in a line. */
const NAMED_MAX = 4;

/**
 * Formats the members of a team in a line: "Ana Ruiz, Ben Okafor and 3 others".
 * @param names names of possible assignees; undefined while they load. Members without a name can no longer be assigned
 */
export function membersText(ids: readonly number[], names: ReadonlyMap<number, string> | undefined): string {
  if (ids.length === 0) return 'No members yet';
  if (!names) return ids.length === 1 ? '1 member' : `${ids.length} members`;
  const known = ids.flatMap((id) => names.get(id) ?? []).sort((one, other) => one.localeCompare(other));
  const named = known.slice(0, NAMED_MAX);
  const others = ids.length - named.length;
  if (named.length === 0) {
    return others === 1 ? '1 member who no longer works on tickets' : `${others} members who no longer work on tickets`;
  }
  const last = others === 0 ? named.pop() : `${others} ${others === 1 ? 'other' : 'others'}`;
  return named.length === 0 ? `${last}` : `${named.join(', ')} and ${last}`;
}
