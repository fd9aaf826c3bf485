import { richText } from './rich-text';

/** Maximum number of names in a dotted name. Deeper objects are ignored. */
const MAX_DEPTH = 4;

/** Maximum number of names in a row. Further ones are ignored. */
const MAX_NAMES = 1000;

/** Maximum length of a dotted name, in UTF-16 code units. Longer names are ignored, because no `map` parameter can contain them. */
const NAME_MAX_LENGTH = 600;

/**
 * The values of an object and its nested objects, keyed by dotted names: `{"fields": {"summary": "A"}}` has `fields.summary`. Arrays and
 * empty objects count as values. A formatted document is converted to text.
 */
export function flattened(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = firstNames(object, MAX_NAMES + 1);
  const isFlat =
    names.length <= MAX_NAMES && names.every((name) => name.length <= NAME_MAX_LENGTH && !isFilledObject(object[name]));
  if (isFlat) return object;
  const entries: [string, unknown][] = [];
  collect(object, '', 1, entries);
  return Object.fromEntries(entries); // unlike an assignment, it treats `__proto__` as an ordinary name
}

function collect(object: object, prefix: string, depth: number, entries: [string, unknown][]): void {
  for (const key of firstNames(object)) {
    if (entries.length === MAX_NAMES) return;
    const value = (object as Readonly<Record<string, unknown>>)[key];
    const name = prefix + key;
    if (name.length > NAME_MAX_LENGTH) continue;
    const text = richText(value);
    if (text !== undefined) entries.push([name, text]);
    else if (!isFilledObject(value)) entries.push([name, value]);
    else if (depth < MAX_DEPTH) collect(value, `${name}.`, depth + 1, entries);
  }
}

/** The object with only its first names, if it has more than a row uses: reading all of them takes too long. */
export function withFirstNames(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = firstNames(object, MAX_NAMES + 1);
  return names.length <= MAX_NAMES
    ? object
    : Object.fromEntries(names.slice(0, MAX_NAMES).map((name) => [name, object[name]]));
}

/** The first names of an object. Unlike `Object.entries`, it reads no values: a row of one megabyte may have a hundred thousand. */
function firstNames(object: object, count = MAX_NAMES): readonly string[] {
  return Object.keys(object).slice(0, count);
}

function isFilledObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && hasNames(value);
}

function hasNames(object: object): boolean {
  for (const name in object) return name !== undefined;
  return false;
}
