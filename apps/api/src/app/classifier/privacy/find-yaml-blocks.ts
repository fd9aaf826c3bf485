import type { SecretName } from './secret-names';
import { isAssignedSecret, matchEnd, type Value, valueAt } from './secret-values';

/** The start of a block of YAML, with its tag, its indicators and a comment: `: >-`, `: |2`, `: !!str >+ # new`. */
const BLOCK =
  /["'`]? ?: {0,3}(?:!{1,2}\w{1,20} )?[|>](?:[+-]\d?|\d[+-]?)? {0,3}(?:#[^\n]{0,80})?\n(?: {0,40}\n){0,3}(?<indentation>(?:> ?){0,3} {1,40})/y;
const LINE_BREAK = /\n{1,2}/y;
const MAX_LINES = 60;

/** The value of a name on the next, indented lines: `password: >-` and "  hunter2" below. */
export function findBlock(text: string, name: SecretName): Value | undefined {
  BLOCK.lastIndex = name.end;
  const indentation = BLOCK.exec(text)?.groups?.['indentation'];
  if (indentation === undefined) return undefined;
  const first = valueAt(text, BLOCK.lastIndex, (value) => isAssignedSecret(value, name.kind));
  if (!first || name.kind === 'weak') return first;
  const end = endOfBlock(text, first.start, indentation);
  return /[\p{L}\d]/u.test(text.slice(first.end, end)) ? { start: first.start, end } : first;
}

/** The end of the last line that is indented as the first one is. */
function endOfBlock(text: string, start: number, indentation: string): number {
  let end = endOfLine(text, start);
  for (let lines = 1; lines < MAX_LINES; lines++) {
    const next = matchEnd(LINE_BREAK, text, end);
    if (next === undefined || !text.startsWith(indentation, next)) break;
    end = endOfLine(text, next);
  }
  return start + text.slice(start, end).trimEnd().length;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}
