import type { ProblemErrorDto } from '../problems/problem.dto';
import { jsonPointer } from './json-pointer';
import { storageProblem } from './text-rules';

/** Deeper input is refused: no request needs it, and it could overflow the stack of whatever reads it by recursion. */
const MAX_DEPTH = 32;

/**
 * The texts in parsed JSON that PostgreSQL could not store, names of fields included, down to the greatest depth that is taken.
 * @param limit how many of them to name
 */
export function unstorableTexts(body: unknown, limit: number): ProblemErrorDto[] {
  const errors: ProblemErrorDto[] = [];
  visit(body, (value, path) => {
    if (errors.length === limit) return;
    const nameProblem = storageProblem(path.at(-1) ?? '');
    const problem = typeof value === 'string' ? storageProblem(value) : undefined;
    if (nameProblem) errors.push({ pointer: jsonPointer(path), detail: `has a name that ${nameProblem}` });
    else if (problem) errors.push({ pointer: jsonPointer(path), detail: problem });
  });
  return errors;
}

/** Where parsed JSON is nested too deeply, as a JSON pointer; `undefined` when it is not. */
export function tooDeepPlace(body: unknown): string | undefined {
  let place: string | undefined;
  visit(body, (_value, path) => {
    if (path.length > MAX_DEPTH) place ??= jsonPointer(path);
  });
  return place;
}

/**
 * Looks at a value and at everything in it, down to one level below the greatest depth. One at a time, on one path that changes
 * as it goes: a body of a megabyte may hold half a million values, and a list of them would take hundreds of megabytes.
 */
function visit(value: unknown, look: (value: unknown, path: readonly string[]) => void, path: string[] = []): void {
  look(value, path);
  if (typeof value !== 'object' || value === null || path.length > MAX_DEPTH) return;
  for (const name of Object.keys(value)) {
    path.push(name);
    visit((value as Record<string, unknown>)[name], look, path);
    path.pop();
  }
}
