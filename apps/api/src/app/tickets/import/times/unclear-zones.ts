import { IANAZone } from 'luxon';

/** The possible meanings of a time zone abbreviation. */
interface UnclearZone {
  /** Possible offsets from UTC in hours, of all zones that use the abbreviation. */
  readonly hours: readonly number[];
  /** A time zone that uses the abbreviation. */
  readonly example: string;
}

const zone = (example: string, ...hours: number[]): UnclearZone => ({ hours, example });

/**
 * Abbreviations that do not determine the offset of a whole column, because the zone has summer time, or because several zones share them.
 * The caller must name the zone.
 */
const UNCLEAR_ZONES: Readonly<Record<string, UnclearZone>> = {
  WET: zone('Europe/Lisbon', 0),
  WEST: zone('Europe/Lisbon', 1),
  BST: zone('Europe/London', 1, 6),
  IST: zone('Asia/Kolkata', 5.5, 2, 1),
  CET: zone('Europe/Berlin', 1),
  CEST: zone('Europe/Berlin', 2),
  MEZ: zone('Europe/Berlin', 1),
  MESZ: zone('Europe/Berlin', 2),
  EET: zone('Europe/Athens', 2),
  EEST: zone('Europe/Athens', 3),
  ET: zone('America/New_York', -5),
  EST: zone('America/New_York', -5),
  EDT: zone('America/New_York', -4),
  CT: zone('America/Chicago', -6),
  CST: zone('America/Chicago', -6, 8, -5),
  CDT: zone('America/Chicago', -5, -4),
  MT: zone('America/Denver', -7),
  MST: zone('America/Denver', -7, 8),
  MDT: zone('America/Denver', -6),
  PT: zone('America/Los_Angeles', -8),
  PST: zone('America/Los_Angeles', -8, 8),
  PDT: zone('America/Los_Angeles', -7),
  AEST: zone('Australia/Sydney', 10),
  AEDT: zone('Australia/Sydney', 11),
  NZST: zone('Pacific/Auckland', 12),
  NZDT: zone('Pacific/Auckland', 13),
};

/** Whether an abbreviation does not determine the offset of a whole column. */
export function isUnclearZone(abbreviation: string): boolean {
  return Object.hasOwn(UNCLEAR_ZONES, abbreviation);
}

/** A time zone that uses an abbreviation. */
export function exampleOf(abbreviation: string): string {
  return UNCLEAR_ZONES[abbreviation]?.example ?? 'UTC';
}

/** Whether a time zone may use an abbreviation: one of its offsets, in winter or summer, matches. */
export function mayBeZone(abbreviation: string, timeZone: string): boolean {
  const year = new Date().getUTCFullYear();
  const minutes = [0, 6].map((month) => IANAZone.create(timeZone).offset(Date.UTC(year, month)));
  return UNCLEAR_ZONES[abbreviation]?.hours.some((hours) => minutes.includes(hours * 60)) ?? false;
}
