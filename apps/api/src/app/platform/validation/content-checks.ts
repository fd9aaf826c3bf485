import { type FieldError, UNKNOWN_FIELD } from './field-errors';
import { storageError } from './text-rules';

/** Deeper input is rejected: no request needs it, and recursive readers could overflow the stack. */
const MAX_DEPTH = 32;

/**
 * Maximum number of values inside the fields of one input. class-transformer copies each of them, and compares each name in an
 * object with all others: the 150,000 names that fit into the largest body would take a minute.
 */
const MAX_VALUES = 2000;

/** Receives a value and the path to it, which is valid during the call only. Returns true to end the walk. */
type Visitor = (value: unknown, path: readonly string[]) => boolean;

/** Finds the first field that is nested too deeply or holds too many values. */
export function findSizeError(input: unknown): FieldError | undefined {
  let values = 0;
  let error: FieldError | undefined;
  walk(input, (_value, path) => {
    if (path.length > 1) values++;
    if (path.length > MAX_DEPTH) error = { path: [...path], detail: 'is nested too deeply' };
    else if (values > MAX_VALUES) {
      error = {
        path: path.slice(0, 1),
        detail: `holds too many values; a request may hold ${MAX_VALUES.toLocaleString('en')}`,
      };
    }
    return error !== undefined;
  });
  return error;
}

/**
 * Finds text and names that PostgreSQL cannot store, and names that every JavaScript object has, such as `__proto__`. Nest and
 * class-transformer silently drop some of those names, and class-validator's whitelist misses others.
 * @param limit the maximum number of errors
 */
export function findContentErrors(input: unknown, limit: number): FieldError[] {
  const errors: FieldError[] = [];
  walk(input, (value, path) => {
    const detail = nameError(path.at(-1) ?? '') ?? (typeof value === 'string' ? storageError(value) : undefined);
    if (detail) errors.push({ path: [...path], detail });
    return errors.length === limit;
  });
  return errors;
}

function nameError(name: string): string | undefined {
  if (name in Object.prototype || name === 'prototype') return UNKNOWN_FIELD;
  const problem = storageError(name);
  return problem && `has a name that ${problem}`;
}

/** Visits a value and everything in it, parents first. Returns whether the visitor ended the walk. */
function walk(value: unknown, visitor: Visitor, path: string[] = []): boolean {
  if (visitor(value, path)) return true;
  if (typeof value !== 'object' || value === null) return false;
  for (const name of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    path.push(String(name));
    if (walk((value as Record<string, unknown>)[name], visitor, path)) return true;
    path.pop();
  }
  return false;
}
