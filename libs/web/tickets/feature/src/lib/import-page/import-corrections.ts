import type { PropertyName, TicketCategory, TicketPriority } from '@docket/domain';
import type { DateOrder, ImportColumn, ImportField, ImportOptions } from '@docket/web/tickets/data/imports';

/** Value of the API's parameter `map` for no column and no label. */
export const NOTHING = '-';

/** A person's corrections, and information missing from the file. */
export interface ImportCorrections {
  /** Names of the columns by field, or {@link NOTHING}. */
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
  /** Labels by word, or {@link NOTHING} for a word that counts as empty. */
  readonly words: Readonly<Record<PropertyName, Readonly<Record<string, string>>>>;
  readonly defaultCategory: TicketCategory;
  readonly defaultPriority: TicketPriority;
  readonly timeZone: string;
  readonly dateOrder?: DateOrder;
  /** The encoding, if a person chose it. */
  readonly encoding?: string;
}

const NO_WORDS = { category: {}, priority: {}, status: {} } as const;

/** Initial values: the browser's time zone, and the default labels of a ticket. */
export function noCorrections(): ImportCorrections {
  return {
    columns: {},
    words: NO_WORDS,
    defaultCategory: 'general',
    defaultPriority: 'medium',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  };
}

/** Sets the column of a field. Drops the corrected words of the field, which belong to the earlier column. */
export function withColumn(corrections: ImportCorrections, field: ImportField, column: string): ImportCorrections {
  const words = field in NO_WORDS ? { ...corrections.words, [field]: {} } : corrections.words;
  return { ...corrections, columns: { ...corrections.columns, [field]: column }, words };
}

export function withWord(
  corrections: ImportCorrections,
  property: PropertyName,
  word: string,
  label: string,
): ImportCorrections {
  const words = { ...corrections.words[property], [word]: label };
  return { ...corrections, words: { ...corrections.words, [property]: words } };
}

/** Columns of a file that the API could not interpret, with the fields that a person chose for them. */
export function columnsByName(names: readonly string[], { columns }: ImportCorrections): ImportColumn[] {
  return names.map((name) => {
    const [field] = Object.entries(columns).find(([, column]) => column === name) ?? [];
    return { name, field: field as ImportField | undefined, reason: 'unknown' };
  });
}

/** Sets the encoding. Drops columns and words, whose names depend on it. */
export function withEncoding(corrections: ImportCorrections, encoding: string | undefined): ImportCorrections {
  return { ...corrections, columns: {}, words: NO_WORDS, encoding };
}

export function toImportOptions({ columns, words, ...corrections }: ImportCorrections): ImportOptions {
  const { defaultCategory, defaultPriority, timeZone, dateOrder } = corrections;
  const map = [
    ...Object.entries(columns).map(([field, column]) => `${field}=${column}`),
    ...Object.entries(words).flatMap(([property, labels]) =>
      Object.entries(labels).map(([word, label]) => `${property}.${word}=${label}`),
    ),
  ];
  return { defaultCategory, defaultPriority, map, timeZone, dateOrder };
}
