import { IANAZone } from 'luxon';
import { ZONE_OFFSETS } from './time-tables';
import { isUnclearZone } from './unclear-zones';

/** A time zone at the end of a column name: "Created At (UTC)", "created_at_utc", "createdAtUtc", "Opened [GMT+2]". */
const ZONE_IN_NAME =
  /(?:[^A-Za-z]|(?<=[a-z])(?=[UG]))(?:[Uu][Tt][Cc]|[Gg][Mm][Tt])(?: ?([+-]\d{1,2})(?::?(\d\d))?)?[)\]]?$/;

/** An IANA time zone in a column name: "Created (Europe/Berlin)". */
const NAMED_ZONE = /[([]([A-Z_]+(?:\/[\w+-]+){1,2})[)\]]$/i;

/** A time zone abbreviation in a column name: "Created (JST)". */
const SHORT_ZONE = /[([]([A-Z]{2,5})[)\]]$/;

/** Maximum length of a column name that is searched for a time zone. */
const NAME_MAX_LENGTH = 100;

/** The time zone in a column name, in luxon's notation; undefined if there is none. */
export function zoneInName(name: string): string | undefined {
  if (name.length > NAME_MAX_LENGTH) return undefined;
  const named = NAMED_ZONE.exec(name.trim())?.[1];
  if (named && IANAZone.isValidZone(named)) return named;
  const short = shortZone(name);
  if (short && !isUnclearZone(short) && ZONE_OFFSETS.has(short)) return ZONE_OFFSETS.get(short);
  const found = ZONE_IN_NAME.exec(name.trim());
  if (!found) return undefined;
  const [, hours, minutes = '00'] = found;
  if (hours === undefined) return 'UTC';
  return Math.abs(Number(hours)) <= 14 && Number(minutes) < 60 ? `UTC${hours}:${minutes}` : undefined;
}

/** An ambiguous time zone abbreviation in a column name: "Created (PST)" may or may not include summer time. */
export function unclearZoneInName(name: string): string | undefined {
  const short = name.length > NAME_MAX_LENGTH ? undefined : shortZone(name);
  return short && isUnclearZone(short) ? short : undefined;
}

function shortZone(name: string): string | undefined {
  return SHORT_ZONE.exec(name.trim())?.[1];
}
