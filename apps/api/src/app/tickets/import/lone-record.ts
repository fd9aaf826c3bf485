import { fitOf } from '@docket/import-rows';
import { flattened } from './flattened';

type JsonObject = Readonly<Record<string, unknown>>;

/** Maximum number of objects around a record. */
const MAX_WRAPPERS = 5;

/**
 * The record inside an object that has nothing else, under a name of its own: `{"tickets": {"-Nx1": {"title": "A"}}}` is what Firebase
 * exports if there is one ticket. Any other object is returned as it is.
 */
export function loneRecord(object: JsonObject): JsonObject {
  let inner = object;
  for (let depth = 0; depth < MAX_WRAPPERS; depth++) {
    const values = Object.values(inner);
    const [value] = values;
    if (values.length !== 1 || !isObject(value) || fieldsOf(inner).has('title')) return object;
    const fields = fieldsOf(value);
    if (fields.has('title') && ['description', 'status', 'priority'].some((field) => fields.has(field))) return value;
    inner = value;
  }
  return object;
}

function fieldsOf(object: JsonObject): ReadonlySet<string | undefined> {
  return new Set(Object.keys(flattened(object)).map((name) => fitOf(name)?.field));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
