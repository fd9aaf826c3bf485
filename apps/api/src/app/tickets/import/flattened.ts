import { richText } from './rich-text';

/** Maximum number of names in a dotted name. Deeper objects are ignored. */
const MAX_DEPTH = 4;

/** Maximum number of names in a row. Further ones are ignored. */
const MAX_NAMES = 1000;

/** Maximum length of a dotted name, in UTF-16 code units. No `map` parameter can name a longer one, so longer ones are ignored. */
const NAME_MAX_LENGTH = 600;

/**
 * The values of an object and of the objects inside it, under dotted names: `{"fields": {"summary": "A"}}` has `fields.summary`. Arrays
 * and empty objects are values, and a formatted document is its text.
 */
export function flattened(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.keys(object);
  const isFlat = names.every((name) => name.length <= NAME_MAX_LENGTH && !isFilledObject(object[name]));
  if (isFlat && names.length <= MAX_NAMES) return object;
  const entries: [string, unknown][] = [];
  collect(object, '', 1, entries);
  return Object.fromEntries(entries); // unlike an assignment, it has no special names
}

function collect(object: object, prefix: string, depth: number, entries: [string, unknown][]): void {
  for (const [key, value] of Object.entries(object) as [string, unknown][]) {
    if (entries.length === MAX_NAMES) return;
    const name = prefix + key;
    if (name.length > NAME_MAX_LENGTH) continue;
    const text = richText(value);
    if (text !== undefined) entries.push([name, text]);
    else if (!isFilledObject(value)) entries.push([name, value]);
    else if (depth < MAX_DEPTH) collect(value, `${name}.`, depth + 1, entries);
  }
}

function isFilledObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}
