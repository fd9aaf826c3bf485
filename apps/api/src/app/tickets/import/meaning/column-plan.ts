import {
  type ColumnFit,
  FITS,
  IMPORT_FIELDS,
  type ImportField,
  fitOf,
  foldWord,
  shortened,
  words,
} from '@docket/import-rows';
import { isDocketCsv, isDocketJson } from '../../export/csv-columns';
import type { ImportMap } from './import-map';
import { TicketWrapper, withShortDescription } from './titles-elsewhere';

/** The reason why a column fills a field (`name`, `synonym`, `map`) or is ignored (the others). */
type ColumnReason = 'name' | 'synonym' | 'map' | 'unknown' | 'other_column_used' | 'repeated';

/** A column of the file, with the field that it fills, if any. */
export interface Column {
  readonly name: string;
  readonly field?: ImportField;
  readonly reason: ColumnReason;
}

/** The columns of a file and, for each field, the positions of the matching columns, best match first. */
export interface ColumnPlan {
  readonly columns: readonly Column[];
  readonly positions: Readonly<Record<ImportField, readonly number[]>>;
  /** Positions of the columns with tags: Jira repeats a column Labels for each label, and other files number theirs. */
  readonly tagPositions: readonly number[];
  /** Position of the ids in an export of Docket, which are unique, unlike the external ids. */
  readonly docketIdPosition?: number;
}

/** Column names next to which a column Title is the title of a person, as in Freshdesk's contacts. */
const PERSON_NAMES: ReadonlySet<string> = new Set(
  words('Full name, First name, Last name, Name, Contact name, Salutation, Email, Work phone').map(foldWord),
);

/** Maximum number of tag columns. */
const MAX_TAG_COLUMNS = 50;

/** Maximum length of a column name that a `map` parameter matches inexactly. */
const MAPPED_NAME_MAX_LENGTH = 300;

/**
 * Assigns columns to fields. In descending order of precedence: a column that `map` names, the field's own name, that name with different
 * case or punctuation, a synonym, a weak synonym such as "Name". Of equal columns, the first wins.
 */
export function planColumns(names: readonly string[], map: ImportMap, wrapper = new TicketWrapper()): ColumnPlan {
  const mapped = mappedPositions(names, map);
  const taken = new Set(mapped.values());
  const docketIdPosition = isDocketCsv(names) || isDocketJson(names) ? names.indexOf('id') : undefined;
  const found = fitsOf(names, map, wrapper).map((fit, position) => {
    if (taken.has(position) || position === docketIdPosition) return undefined; // the id of Docket is no external id
    return fit;
  });
  const fits = found.map((fit, position) => (isPersonTitle(names, position, found) ? undefined : fit));
  const positions = Object.fromEntries(
    IMPORT_FIELDS.map((field) => [field, map.columns.has(field) ? explicit(mapped.get(field)) : ranked(field, fits)]),
  ) as Record<ImportField, number[]>;
  const tagPositions = seriesOf(positions.tags[0], names, taken);
  return {
    columns: names.map((name, position) => {
      const isTags = tagPositions.includes(position);
      return describe(name, isTags ? (positions.tags[0] ?? position) : position, names, fits, positions, mapped);
    }),
    positions,
    tagPositions,
    docketIdPosition: map.columns.has('external_id') ? undefined : docketIdPosition,
  };
}

/** The fits of all names. If none fits a title, an unknown wrapper or a short description may have it. */
function fitsOf(names: readonly string[], map: ImportMap, wrapper: TicketWrapper): readonly (ColumnFit | undefined)[] {
  const fits = names.map((name) => fitOf(name));
  if (map.columns.has('title') || hasTitle(fits)) return fits;
  const inner = wrapper.fitsOf(names, fits) ?? fits;
  return hasTitle(inner) ? inner : withShortDescription(names, inner);
}

function hasTitle(fits: readonly (ColumnFit | undefined)[]): boolean {
  return fits.some((fit) => fit?.field === 'title');
}

/** Positions of a column and of the columns with the same name, ignoring a number at the end: "Tag 1", "Tag 2". */
function seriesOf(first: number | undefined, names: readonly string[], taken: ReadonlySet<number>): readonly number[] {
  if (first === undefined) return [];
  const series = withoutNumber(names[first] ?? '');
  const others = [...names.keys()].filter(
    (position) => position !== first && !taken.has(position) && withoutNumber(names[position] ?? '') === series,
  );
  return [first, ...others.slice(0, MAX_TAG_COLUMNS - 1)];
}

function withoutNumber(name: string): string {
  return name.length > MAPPED_NAME_MAX_LENGTH ? name : foldWord(name).replace(/\d{1,2}$/, '');
}

/** Whether a column contains titles of people, such as "Dr.": it is named Title, is next to a name, and another column has the subjects. */
function isPersonTitle(names: readonly string[], position: number, fits: readonly (ColumnFit | undefined)[]): boolean {
  if (foldWord((names[position] ?? '').slice(0, MAPPED_NAME_MAX_LENGTH)) !== 'title') return false;
  const isNextToName = [position - 1, position + 1].some((at) =>
    PERSON_NAMES.has(foldWord((names[at] ?? '').slice(0, MAPPED_NAME_MAX_LENGTH))),
  );
  return isNextToName && fits.some((fit, at) => at !== position && fit?.field === 'title' && fit.fit <= FITS.good);
}

function ranked(field: ImportField, fits: readonly (ColumnFit | undefined)[]): number[] {
  const fitAt = (position: number) => fits[position]?.fit ?? Infinity;
  return [...fits.keys()]
    .filter((position) => fits[position]?.field === field)
    .sort((a, b) => fitAt(a) - fitAt(b) || a - b);
}

function explicit(position: number | undefined): number[] {
  return position === undefined ? [] : [position];
}

/** Positions of the columns that `map` names. Compares exact names first, then names as shown in responses, then folded names. */
function mappedPositions(names: readonly string[], map: ImportMap): ReadonlyMap<ImportField, number> {
  const found = new Map<ImportField, number>();
  let folded: readonly (string | undefined)[] | undefined;
  const foldedNames = () =>
    (folded ??= names.map((name) => (name.length <= MAPPED_NAME_MAX_LENGTH ? foldedName(name) : undefined)));
  for (const [field, name] of map.columns) {
    if (name === null) continue;
    const position = [
      () => names.indexOf(name),
      () => names.findIndex((one) => shortened(one) === name),
      () => foldedNames().indexOf(foldedName(name)),
    ].reduce((at, find) => (at === -1 ? find() : at), -1);
    if (position !== -1) found.set(field, position);
  }
  return found;
}

/** Folds a name. A name without letters and digits, such as "?", is kept. */
function foldedName(name: string): string {
  return foldWord(name) || name.trim();
}

function describe(
  name: string,
  position: number,
  names: readonly string[],
  fits: readonly (ColumnFit | undefined)[],
  positions: Readonly<Record<ImportField, readonly number[]>>,
  mapped: ReadonlyMap<ImportField, number>,
): Column {
  const field = IMPORT_FIELDS.find((one) => positions[one][0] === position);
  if (field) {
    const isOwnName = fits[position]?.fit === FITS.exactName;
    return { name, field, reason: mapped.get(field) === position ? 'map' : isOwnName ? 'name' : 'synonym' };
  }
  const first = fits[position] && positions[fits[position].field][0];
  if (first === undefined) return { name, reason: 'unknown' };
  return { name, reason: names[first] === name ? 'repeated' : 'other_column_used' };
}
