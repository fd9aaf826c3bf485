import { fitOf } from '@docket/import-rows';
import { flattened } from './flattened';

type JsonObject = Readonly<Record<string, unknown>>;

/** Maximum number of objects that wrap a record. */
const MAX_WRAPPERS = 5;

/** Unwraps a single record: Firebase exports one ticket as `{"tickets": {"-Nx1": {"title": "A"}}}`. Returns any other object unchanged. */
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
