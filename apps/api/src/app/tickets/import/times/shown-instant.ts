const SHOWN = '.display_value';
const INSTANT = /^(?:\d{10}|\d{13})$/;

/**
 * The instant beside a time as a person sees it, in seconds or milliseconds since 1970: ServiceDesk Plus has both, and the time that is
 * shown has neither a zone nor seconds. Undefined if there is none: a time of ServiceNow has other digits, but no zone either.
 */
export function shownInstant(row: Readonly<Record<string, unknown>>, name: string): unknown {
  if (!name.endsWith(SHOWN)) return undefined;
  const value = row[`${name.slice(0, -SHOWN.length)}.value`];
  return INSTANT.test(String(value)) ? value : undefined;
}
