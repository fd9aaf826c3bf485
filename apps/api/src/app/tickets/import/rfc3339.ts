const RFC_3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/**
 * The moment that an RFC 3339 time names, cut to milliseconds; `undefined` for anything else, a time without a zone, and a day or
 * an hour that does not exist. (`Date` alone takes 30 February for 2 March, and a time without a zone for local.)
 */
export function parseRfc3339(text: string): Date | undefined {
  const [, day, clock, fraction = '', zone] = RFC_3339.exec(text) ?? [];
  if (!day || !clock || !zone) return undefined;
  const asWritten = new Date(`${day}T${clock}Z`);
  const exists = !Number.isNaN(asWritten.getTime()) && asWritten.toISOString().startsWith(`${day}T${clock}`);
  const moment = new Date(`${day}T${clock}${fraction}${zone.toUpperCase()}`);
  return exists && !Number.isNaN(moment.getTime()) ? moment : undefined;
}
