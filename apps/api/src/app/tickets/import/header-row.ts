import type { FileRow } from '@docket/import-rows';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import { isBlank } from './read-row';

/** Maximum number of columns. */
const MAX_COLUMNS = 1000;

/** Maximum length of the header row, in bytes. */
const HEADER_MAX_BYTES = 65_536;

/** @throws InvalidInputException if the header row is too long */
export function checkHeaderLength({ error, bytes }: FileRow): void {
  if (error !== 'too_long' && (bytes?.length ?? 0) <= HEADER_MAX_BYTES) return;
  throw unreadable(`must have a header row of at most ${HEADER_MAX_BYTES.toLocaleString('en')} bytes`);
}

/**
 * The column names, trimmed.
 * @throws InvalidInputException if there are too many
 */
export function checkColumns(names: readonly string[]): readonly string[] {
  if (names.length <= MAX_COLUMNS) return names.map((name) => name.trim());
  throw unreadable(
    `must have at most ${MAX_COLUMNS.toLocaleString('en')} columns, and has ${names.length.toLocaleString('en')}`,
  );
}

/**
 * The error of a row with more values than the header row, as a phrase that follows "the row"; undefined if the surplus values are empty.
 */
export function surplusError(values: readonly unknown[], { length }: readonly string[]): string | undefined {
  if (values.slice(length).every(isBlank)) return undefined;
  return `must have at most ${length} values like the header row, and has ${values.length}`;
}

/** An error that concerns the file as a whole. */
export function unreadable(detail: string): InvalidInputException {
  return new InvalidInputException([{ pointer: '', detail }]);
}
