import { foldWord } from './fold-word';
import { HEADER_WORDS } from './header-words';
import { IMPORT_FIELDS, type ImportField } from './import-field';
import type { ImportMap } from './import-map';

/** Why a column fills a field, best first, or why it is ignored. */
type ColumnReason = 'name' | 'synonym' | 'map' | 'unknown' | 'other_column_used' | 'repeated';

/** How a column of the file is understood. */
export interface Column {
  readonly name: string;
  readonly field?: ImportField;
  readonly reason: ColumnReason;
}

/** The columns of a file and, for each field, the positions of those that fit, the best first. */
export interface ColumnPlan {
  readonly columns: readonly Column[];
  readonly positions: Readonly<Record<ImportField, readonly number[]>>;
}

/** How well the name of a column fits a field: the lower, the better. */
const FITS = { exactName: 0, foldedName: 1, good: 2, weak: 3 } as const;
type Fit = (typeof FITS)[keyof typeof FITS];

/** The names that this API gives a field. */
const OWN_NAMES: Readonly<Partial<Record<ImportField, readonly string[]>>> = { external_id: ['external_id', 'id'] };

/** Longer names have no synonym. Folding them would only cost time. */
const NAME_MAX_LENGTH = 100;

/** Longer names match a `map` parameter only exactly. */
const MAPPED_NAME_MAX_LENGTH = 300;

/** Objects around the fields of a ticket, and values inside a field, in the JSON of other desks. */
const WRAPPERS = ['fields', 'attributes', 'ticket', 'issue', 'helpdesk_ticket'];
const VALUES = ['name', 'value', 'label', 'display_value', '$date', '$oid', '$numberLong', 'seconds', '_seconds'];

/** What ServiceNow puts before the names of own columns, and what exports put behind names: "Created at (UTC)", "Title [max 80]". */
const CUSTOM_PREFIX = 'u_';
const REMARK = /^([^([{（]+)[([{（][^)\]}）]*[)\]}）]\s*$/u;

const KNOWN_NAMES = knownNames();

/**
 * Decides which column fills which field. The best column wins: one that `map` names, then the field's own name, then this name
 * without case and punctuation, then a synonym, then a weak synonym such as "Name". Of equal columns, the first wins.
 */
export function planColumns(names: readonly string[], map: ImportMap): ColumnPlan {
  const mapped = mappedPositions(names, map);
  const taken = new Set(mapped.values());
  const fits = names.map((name, position) => (taken.has(position) ? undefined : fitOf(name)));
  const positions = Object.fromEntries(
    IMPORT_FIELDS.map((field) => [field, map.columns.has(field) ? explicit(mapped.get(field)) : ranked(field, fits)]),
  ) as Record<ImportField, number[]>;
  return {
    columns: names.map((name, position) => describe(name, position, names, fits, positions, mapped)),
    positions,
  };
}

/** The field that a name fits, with how well. */
function fitOf(name: string): { readonly field: ImportField; readonly fit: Fit } | undefined {
  const exact = IMPORT_FIELDS.find((field) => ownNames(field).includes(name));
  if (exact) return { field: exact, fit: FITS.exactName };
  if (name.length > NAME_MAX_LENGTH) return undefined;
  const plain = plainName(name);
  return knownName(plain) ?? knownName(REMARK.exec(plain)?.[1]) ?? knownName(withoutPrefix(plain));
}

/** A name is compared folded, with "number" for "#". */
function keyOf(name: string): string {
  return foldWord(name.replaceAll('#', 'number'));
}

function knownName(name: string | undefined) {
  return name === undefined ? undefined : KNOWN_NAMES.get(keyOf(name));
}

function withoutPrefix(name: string): string | undefined {
  return name.startsWith(CUSTOM_PREFIX) ? name.slice(CUSTOM_PREFIX.length) : undefined;
}

/** The name of a field in nested JSON: `fields.priority.name` is the priority. Other names are unchanged. */
function plainName(name: string): string {
  const names = name.split('.');
  if (names.length > 1 && WRAPPERS.includes(names[0] ?? '')) names.shift();
  while (names.length > 1 && VALUES.includes(names.at(-1) ?? '')) names.pop();
  return names.length === 1 ? (names[0] ?? '') : name;
}

function ranked(field: ImportField, fits: readonly ReturnType<typeof fitOf>[]): number[] {
  const fitAt = (position: number) => fits[position]?.fit ?? Infinity;
  return [...fits.keys()]
    .filter((position) => fits[position]?.field === field)
    .sort((a, b) => fitAt(a) - fitAt(b) || a - b);
}

function explicit(position: number | undefined): number[] {
  return position === undefined ? [] : [position];
}

/** The positions of the columns that `map` names. A name matches exactly, or else folded. */
function mappedPositions(names: readonly string[], map: ImportMap): ReadonlyMap<ImportField, number> {
  const found = new Map<ImportField, number>();
  let folded: readonly (string | undefined)[] | undefined;
  const foldedNames = () =>
    (folded ??= names.map((name) => (name.length <= MAPPED_NAME_MAX_LENGTH ? foldWord(name) : undefined)));
  for (const [field, name] of map.columns) {
    if (name === null) continue;
    const exact = names.indexOf(name);
    const position = exact === -1 ? foldedNames().indexOf(foldWord(name)) : exact;
    if (position !== -1) found.set(field, position);
  }
  return found;
}

function describe(
  name: string,
  position: number,
  names: readonly string[],
  fits: readonly ReturnType<typeof fitOf>[],
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

function ownNames(field: ImportField): readonly string[] {
  return OWN_NAMES[field] ?? [field];
}

function knownNames(): ReadonlyMap<string, { readonly field: ImportField; readonly fit: Fit }> {
  const known = new Map<string, { field: ImportField; fit: Fit }>();
  const add = (field: ImportField, names: readonly string[], fit: Fit) => {
    for (const name of names) if (!known.has(keyOf(name))) known.set(keyOf(name), { field, fit });
  };
  for (const field of IMPORT_FIELDS) add(field, ownNames(field), FITS.foldedName);
  for (const field of IMPORT_FIELDS) add(field, HEADER_WORDS[field].good, FITS.good);
  for (const field of IMPORT_FIELDS) add(field, HEADER_WORDS[field].weak, FITS.weak);
  return known;
}
