import type { PropertyName, TicketCategory, TicketPriority } from '@docket/domain';
import type { DateOrder, ImportColumn, ImportField, ImportOptions } from '@docket/web/tickets/data/imports';

/** Stands for "nothing" in the API's parameter `map`. */
export const NOTHING = '-';

/** What a person corrected, and what the file does not say. */
export interface ImportCorrections {
  /** The column of a field by its name, or {@link NOTHING}. */
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
  /** The labels of words, or {@link NOTHING} for a word that counts as empty. */
  readonly words: Readonly<Record<PropertyName, Readonly<Record<string, string>>>>;
  readonly defaultCategory: TicketCategory;
  readonly defaultPriority: TicketPriority;
  readonly timeZone: string;
  readonly dateOrder?: DateOrder;
  /** The encoding, if a person chose it. */
  readonly encoding?: string;
}

const NO_WORDS = { category: {}, priority: {}, status: {} } as const;

/** The start: the zone of the browser, and the labels of a ticket that nobody has sorted. */
export function noCorrections(): ImportCorrections {
  return {
    columns: {},
    words: NO_WORDS,
    defaultCategory: 'general',
    defaultPriority: 'medium',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  };
}

/** The words of a column are corrected for this column only. */
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

/** The columns of a file that the API could not understand, with the fields that a person chose for them. */
export function columnsByName(names: readonly string[], { columns }: ImportCorrections): ImportColumn[] {
  return names.map((name) => {
    const [field] = Object.entries(columns).find(([, column]) => column === name) ?? [];
    return { name, field: field as ImportField | undefined, reason: 'unknown' };
  });
}

/** Another encoding changes the names of columns and words. */
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
