/** A zone at the end of the name of a column: "Created At (UTC)", "created_at_utc", "createdAtUtc", "Opened [GMT+2]". */
const ZONE_IN_NAME =
  /(?:[^A-Za-z]|(?<=[a-z])(?=[UG]))(?:[Uu][Tt][Cc]|[Gg][Mm][Tt])(?: ?([+-]\d{1,2})(?::?(\d\d))?)?[)\]]?$/;

/** Longer names have no zone. */
const NAME_MAX_LENGTH = 100;

/** The zone that the name of a column gives its times, as luxon names it; undefined if it gives none. */
export function zoneInName(name: string): string | undefined {
  const found = name.length <= NAME_MAX_LENGTH ? ZONE_IN_NAME.exec(name.trim()) : null;
  if (!found) return undefined;
  const [, hours, minutes = '00'] = found;
  if (hours === undefined) return 'UTC';
  return Math.abs(Number(hours)) <= 14 && Number(minutes) < 60 ? `UTC${hours}:${minutes}` : undefined;
}
