/** Maximum number of names in a dotted name. Deeper objects are ignored. */
const MAX_DEPTH = 4;

/** Maximum number of names in a row. Further ones are ignored. */
const MAX_NAMES = 1000;

/**
 * The values of an object and of the objects inside it, under dotted names: `{"fields": {"summary": "A"}}` has `fields.summary`. Arrays
 * and empty objects are values.
 */
export function flattened(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const values = Object.values(object);
  if (values.length <= MAX_NAMES && !values.some(isFilledObject)) return object;
  const entries: [string, unknown][] = [];
  collect(object, '', 1, entries);
  return Object.fromEntries(entries); // unlike an assignment, it has no special names
}

function collect(object: object, prefix: string, depth: number, entries: [string, unknown][]): void {
  for (const [name, value] of Object.entries(object) as [string, unknown][]) {
    if (entries.length === MAX_NAMES) return;
    if (!isFilledObject(value)) entries.push([prefix + name, value]);
    else if (depth < MAX_DEPTH) collect(value, `${prefix}${name}.`, depth + 1, entries);
  }
}

function isFilledObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}
