import { BYTES, isLineBreak, nextLineBreak, nextSign } from '#import-rows/bytes';
import { fitOf } from '#import-rows/columns/column-fit';
import type { RowFormat } from '#import-rows/file-row';
import { namesOf } from '#import-rows/json-named-records';
import { JsonSplitter } from '#import-rows/json-splitter';
import { SEPARATORS } from '#import-rows/separator';

/** Format of a file whose first byte may start JSON: `csv` if it is not JSON, undefined if more bytes are needed. */
export function looksLikeJson(
  head: Uint8Array,
  start: number,
  isComplete: boolean,
  hint: RowFormat | undefined,
): RowFormat | undefined {
  const second = nextSign(head, start + 1);
  if (head[start] === BYTES.openBracket) {
    if (second === -1) return isComplete ? (hint === 'csv' ? 'csv' : 'json') : undefined;
    if (DOCUMENT_STARTS.includes(head[second])) return 'json';
    return hint === 'csv' ? 'csv' : listFormat(head, start, isComplete);
  }
  if (head[start] !== BYTES.openBrace)
    return hint === 'csv' || !hint ? 'csv' : otherFormat(head, start, isComplete, hint);
  if (second === -1) return isComplete ? (hint ?? 'json') : undefined;
  if (head[second] !== BYTES.quote && head[second] !== BYTES.closeBrace) return hint ?? 'json';
  return objectFormat(head, start, isComplete, hint);
}

/** A file declared as JSON is CSV if its first line has a separator and the next line does not start an object. */
function otherFormat(head: Uint8Array, start: number, isComplete: boolean, hint: RowFormat): RowFormat | undefined {
  const lineEnd = nextLineBreak(head, start);
  const next = lineEnd === -1 ? -1 : nextSign(head, lineEnd);
  if (next === -1 && !isComplete) return undefined;
  if (head[next] === BYTES.openBrace) return 'ndjson';
  const line = head.subarray(start, lineEnd === -1 ? undefined : lineEnd);
  return SEPARATORS.some((separator) => line.includes(separator.charCodeAt(0))) ? 'csv' : hint;
}

/** Bytes after the opening bracket of a document. Lists of other values may be lines of NDJSON. */
const DOCUMENT_STARTS: readonly (number | undefined)[] = [BYTES.openBrace, BYTES.openBracket, BYTES.closeBracket];

/** A list is a row of NDJSON if another list follows in the next line. */
function listFormat(head: Uint8Array, start: number, isComplete: boolean): RowFormat | undefined {
  const { end, isClosed } = scanValue(head, start);
  const next = isClosed ? nextSign(head, end + 1) : -1;
  if (!isComplete && (isClosed ? next === -1 : end === head.length)) return undefined;
  return head[next] === BYTES.openBracket && nextLineBreak(head.subarray(0, next), end) !== -1 ? 'ndjson' : 'json';
}

/** Decides between NDJSON, whose lines are complete objects, and a JSON document. */
function objectFormat(
  head: Uint8Array,
  start: number,
  isComplete: boolean,
  hint: RowFormat | undefined,
): RowFormat | undefined {
  const { end, isClosed, isString } = scanValue(head, start);
  const isLine = isClosed || isLineBreak(head[end]);
  if (!isLine && !isComplete) return undefined;
  const next = nextSign(head, end + 1);
  if (isLine && next === -1 && !isComplete) return undefined;
  const isFollowed = head[next] === BYTES.openBrace && nextLineBreak(head.subarray(0, next), end) !== -1;
  if (isClosed && isFollowed) return isPage(head.subarray(start, end + 1)) ? 'json' : 'ndjson';
  if (hasNamedRecords(head.subarray(start, end + 1))) return 'json';
  if (hint !== 'ndjson' && !isClosed) return 'json';
  if (!isLine) return 'ndjson';
  if (isClosed && hint === 'ndjson') return 'ndjson';
  if (isString) return 'ndjson';
  if (isClosed) return 'json';
  return continues(lastSign(head, end), head[next]) ? 'json' : 'ndjson';
}

/** Whether a line starts an object around records: `{"data": {"count": 2, "tickets": [{`. */
function hasNamedRecords(line: Uint8Array): boolean {
  const splitter = new JsonSplitter();
  Array.from(splitter.push(line));
  return splitter.hasNamedRecords;
}

/**
 * Whether a line is a page of records, as written by programs that load page after page: `{"hits": {"hits": [{`. A line with a title is a
 * ticket, which may contain lists.
 */
function isPage(line: Uint8Array): boolean {
  if (!hasNamedRecords(line)) return false;
  return namesOf(line).every((name) => fitOf(name)?.field !== 'title');
}

/** Whether an object continues on the next line, as opposed to a line of NDJSON that is cut off. */
function continues(last: number | undefined, next: number | undefined): boolean {
  if (last === BYTES.openBracket || last === BYTES.colon) return true;
  if (next === BYTES.comma || next === BYTES.closeBrace || next === BYTES.closeBracket) return true;
  return (last === BYTES.openBrace || last === BYTES.comma) && next === BYTES.quote;
}

/** End of an object or a list, or of its first line, whichever comes first. */
function scanValue(head: Uint8Array, start: number) {
  let depth = 0;
  let isString = false;
  for (let end = start; end < head.length; end++) {
    const byte = head[end];
    if (isLineBreak(byte)) return { end, isClosed: false, isString };
    if (isString && byte === BYTES.backslash) end++;
    else if (byte === BYTES.quote) isString = !isString;
    else if (isString) continue;
    else if (byte === BYTES.openBrace || byte === BYTES.openBracket) depth++;
    else if ((byte === BYTES.closeBrace || byte === BYTES.closeBracket) && --depth === 0)
      return { end, isClosed: true, isString };
  }
  return { end: head.length, isClosed: false, isString };
}

function lastSign(head: Uint8Array, end: number): number | undefined {
  let index = end - 1;
  while (head[index] === BYTES.space || head[index] === BYTES.tab) index--;
  return head[index];
}
