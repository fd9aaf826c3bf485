const RFC_3339 = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/**
 * Parses an RFC 3339 time to the millisecond. Returns `undefined` for any other text, and for days and hours that do not exist: `Date`
 * alone reads 30 February as 2 March, and a time without a zone as local time.
 */
export function parseRfc3339(text: string): Date | undefined {
  const [, day, clock, fraction = '', zone] = RFC_3339.exec(text) ?? [];
  if (!day || !clock || !zone) return undefined;
  const asWritten = new Date(`${day}T${clock}Z`);
  const exists = !Number.isNaN(asWritten.getTime()) && asWritten.toISOString().startsWith(`${day}T${clock}`);
  const time = new Date(`${day}T${clock}${fraction}${zone.toUpperCase()}`);
  return exists && !Number.isNaN(time.getTime()) ? time : undefined;
}
