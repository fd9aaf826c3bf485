import { oneOf, PROPERTY_NAMES, PROPERTY_VALUES, type PropertyName } from '@docket/domain';
import { foldWord, IMPORT_FIELDS, type ImportField } from '@docket/import-rows';

/** Placeholder in `map` for a field without a column, or for a word that counts as empty. */
const NOTHING = '-';

/** The parsed `map` parameters, which assign columns to fields and words to labels. */
export interface ImportMap {
  /** The column name of each field; `null` if no column of the file holds the field. */
  readonly columns: ReadonlyMap<ImportField, string | null>;
  /** The labels of folded words; `null` for a word that counts as empty. */
  readonly words: Readonly<Record<PropertyName, ReadonlyMap<string, string | null>>>;
}

type Entry =
  | { readonly field: ImportField; readonly column: string | null }
  | { readonly property: PropertyName; readonly word: string; readonly value: string | null };

/** The validation error of a `map` parameter, as a phrase that follows its name; undefined if it is valid. */
export function mapError(text: string): string | undefined {
  const entry = readEntry(text);
  return typeof entry === 'string' ? entry : undefined;
}

/** Parses valid `map` parameters. The last one for a field or word wins. */
export function readImportMap(texts: readonly string[]): ImportMap {
  const columns = new Map<ImportField, string | null>();
  const words = { category: new Map(), priority: new Map(), status: new Map() } satisfies Record<PropertyName, unknown>;
  for (const entry of texts.map(readEntry)) {
    if (typeof entry === 'string') throw new Error(`map ${entry}`); // the DTO has already validated it
    if ('field' in entry) columns.set(entry.field, entry.column);
    else words[entry.property].set(foldWord(entry.word) || entry.word, entry.value);
  }
  return { columns, words };
}

/** Parses a `map` parameter, or returns its error. A full stop before the first equals sign separates a property from its word. */
function readEntry(text: string): Entry | string {
  const end = text.search(/[.=]/);
  const [name, rest] = [text.slice(0, Math.max(end, 0)).trim(), text.slice(end + 1)];
  if (text[end] === '.') {
    const property = oneOf(PROPERTY_NAMES, name);
    if (property) return readLabel(property, rest);
    return `must start with ${PROPERTY_NAMES.join(', ')} before the full stop, like priority.P1=critical`;
  }
  const field = oneOf(IMPORT_FIELDS, name);
  if (!field) return `must start with one of ${IMPORT_FIELDS.join(', ')}, like title=Short description`;
  const column = rest.trim();
  return column
    ? { field, column: column === NOTHING ? null : column }
    : `must name the column of ${field}, or - for none`;
}

/** Parses the label. It follows the last equals sign, because a word may contain one. */
function readLabel(property: PropertyName, text: string): Entry | string {
  const at = text.lastIndexOf('=');
  const word = text.slice(0, Math.max(at, 0)).trim();
  const value = text.slice(at + 1).trim();
  const values = PROPERTY_VALUES[property];
  if (!word || (value !== NOTHING && !oneOf(values, value))) {
    return `must end with = and one of ${values.join(', ')}, like ${property}.Word=${values[0]}`;
  }
  return { property, word, value: value === NOTHING ? null : value };
}
