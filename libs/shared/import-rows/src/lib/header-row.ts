import { fitOf } from '#import-rows/columns/column-fit';
import { foldWord } from '#import-rows/columns/fold-word';
import { shortened } from '#import-rows/columns/shortened';

/** Maximum number of rows before the header row: reports start with their name, date and filters. */
export const MAX_LEADING_ROWS = 20;

/** Maximum number of cells of a row that are compared. A header row has no more columns. */
const MAX_CELLS = 1000;

/**
 * Likeness of a row to a header row: 0 without a column for the title, 1 with one, 2 with one and other known columns. With a given title,
 * any other column counts.
 */
type Likeness = 0 | 1 | 2;

/** Minimum number of columns, and of rows with the header row, of a table of unknown columns. */
const TABLE_SIZE = 3;

/** The row that names the columns. */
interface HeaderRow {
  /** Its position among the rows. */
  readonly position: number;
  readonly likeness: Likeness;
}

/**
 * Finds the header row. A first row with a column for the title is the header, unless that is its only value and several rows follow.
 * Otherwise, it is the first later row with columns for the title and another field. Without one, it is the first row; if that has at most
 * one value, and no title, the first row that starts a table.
 * @param rows the values of the first rows; those of a malformed row are empty
 * @param title the name of the column with the titles, if the caller knows it
 */
export function findHeader(rows: readonly (readonly string[])[], title?: string): HeaderRow {
  const [first = [], ...others] = rows;
  const likeness = likenessOf(first, title);
  const isSingle = countFilled(first) <= 1;
  if (likeness > 0 && !(isSingle && others.length > 1)) return { position: 0, likeness };
  const leading = rows.slice(1, MAX_LEADING_ROWS + 1);
  const position = 1 + leading.findIndex((row) => likenessOf(row, title) === 2);
  if (position > 0) return { position, likeness: 2 };
  if (likeness > 0 || !isSingle) return { position: 0, likeness };
  return {
    position: Math.max(1 + leading.findIndex((row, index) => startsTable(row, leading.slice(index + 1))), 0),
    likeness: 0,
  };
}

/** The title column of the last `title=…` in `map` parameters; undefined if there is none. */
export function mappedTitle(maps: readonly string[]): string | undefined {
  const names = maps.flatMap((map) => /^\s*title\s*=(.*)$/s.exec(map)?.[1]?.trim() ?? []);
  return names.filter((name) => name !== '-').at(-1);
}

function likenessOf(values: readonly string[], title: string | undefined): Likeness {
  const fields = new Set(values.slice(0, MAX_CELLS).map((value) => fieldOf(value.trim(), title)));
  fields.delete(undefined);
  if (!fields.has('title')) return 0;
  return fields.size > 1 || (title !== undefined && values.length > 1) ? 2 : 1;
}

function fieldOf(name: string, title: string | undefined): string | undefined {
  if (title === undefined) return fitOf(name)?.field;
  const folded = foldWord(title); // empty for a title without letters, such as "?"
  return name === title || shortened(name) === title || (folded !== '' && foldWord(name) === folded)
    ? 'title'
    : undefined;
}

/** Whether all values of a row are filled, and at least two rows with as many values follow. */
function startsTable(values: readonly string[], following: readonly (readonly string[])[]): boolean {
  const filled = countFilled(values);
  if (filled < TABLE_SIZE || filled < values.findLastIndex((value) => value.trim() !== '') + 1) return false;
  return following.slice(0, TABLE_SIZE - 1).filter((row) => row.length === values.length).length === TABLE_SIZE - 1;
}

function countFilled(values: readonly string[]): number {
  return values.filter((value) => value.trim() !== '').length;
}
