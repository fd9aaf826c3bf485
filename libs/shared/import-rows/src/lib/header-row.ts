import { fitOf } from '#import-rows/columns/column-fit';
import { foldWord } from '#import-rows/columns/fold-word';
import { shortened } from '#import-rows/columns/shortened';

/** Maximum number of rows before the header row: reports start with their name, their date, their filters. */
export const MAX_LEADING_ROWS = 20;

/** Cells of a row that are compared. A header row has no more columns. */
const MAX_CELLS = 1000;

/** How sure it is that a row is the header row: not at all, it has a column for the title, or it has another one, too. */
type Likeness = 0 | 1 | 2;

/** Number of columns, and of rows after the header row, that make a table of unknown columns. */
const TABLE_SIZE = 3;

/** The row that names the columns. */
interface HeaderRow {
  /** Its position among the rows. */
  readonly position: number;
  readonly likeness: Likeness;
}

/**
 * Finds the header row. It is the first row, unless this has no column for the title and a later one has; if none has, the one that
 * starts a table after rows of a single value.
 * @param rows the values of the first rows; those of a row that is malformed are empty
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

/** The column that the last `title=…` of `map` parameters names; undefined if none does. */
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

/** Whether at least two rows follow that have as many values as this one, and all values of this one are filled. */
function startsTable(values: readonly string[], following: readonly (readonly string[])[]): boolean {
  const filled = countFilled(values);
  if (filled < TABLE_SIZE || filled < values.findLastIndex((value) => value.trim() !== '') + 1) return false;
  return following.slice(0, TABLE_SIZE - 1).filter((row) => row.length === values.length).length === TABLE_SIZE - 1;
}

function countFilled(values: readonly string[]): number {
  return values.filter((value) => value.trim() !== '').length;
}
