const SHOWN = '.display_value';
const INSTANT = /^(?:\d{10}|\d{13})$/;

/**
 * The Unix time, in seconds or milliseconds, that accompanies a displayed time. ServiceDesk Plus has both, and its displayed time has neither
 * a zone nor seconds. Undefined without one. ServiceNow has a second time, too, but no Unix time.
 */
export function shownInstant(row: Readonly<Record<string, unknown>>, name: string): unknown {
  if (!name.endsWith(SHOWN)) return undefined;
  const value = row[`${name.slice(0, -SHOWN.length)}.value`];
  return INSTANT.test(String(value)) ? value : undefined;
}
