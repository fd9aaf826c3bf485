import type { ProblemErrorDto } from '../errors/problem.dto';
import { jsonPointer } from './json-pointer';
import { storageProblem } from './text-rules';

/** Deeper input is refused: no request needs it, and it could overflow the stack of whatever reads it by recursion. */
const MAX_DEPTH = 32;

/** Every text in parsed JSON that PostgreSQL could not store, names of fields included, however deep. */
export function unstorableTexts(body: unknown): ProblemErrorDto[] {
  const errors: ProblemErrorDto[] = [];
  for (const { value, path } of placesIn(body)) {
    const pointer = () => jsonPointer(path);
    const nameProblem = storageProblem(path.at(-1) ?? '');
    const problem = typeof value === 'string' ? storageProblem(value) : undefined;
    if (nameProblem) errors.push({ pointer: pointer(), detail: `has a name that ${nameProblem}` });
    else if (problem) errors.push({ pointer: pointer(), detail: problem });
  }
  return errors;
}

/** Where parsed JSON is nested too deeply, as a JSON pointer; `undefined` when it is not. */
export function tooDeepPlace(body: unknown): string | undefined {
  for (const { path } of placesIn(body)) {
    if (path.length > MAX_DEPTH) return jsonPointer(path);
  }
  return undefined;
}

interface Place {
  readonly value: unknown;
  readonly path: readonly string[];
}

/** The body itself and everything in it. Not by recursion, which deep input would let overflow. */
function* placesIn(body: unknown): Generator<Place> {
  const open: Place[] = [{ value: body, path: [] }];
  for (let place = open.pop(); place; place = open.pop()) {
    yield place;
    const { value, path } = place;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, child] of Object.entries(value)) open.push({ value: child, path: [...path, name] });
  }
}
