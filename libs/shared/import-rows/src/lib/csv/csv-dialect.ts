import { BYTES } from '#import-rows/bytes';

/** How the values of a CSV file are quoted. */
export interface CsvDialect {
  readonly quote: '"' | "'";
  /** Whether a backslash stands before a quote inside a quoted value, as MySQL and phpMyAdmin write it. */
  readonly isEscaped: boolean;
  /** Whether blanks may stand before an opening quote: `1, "A, b"`. They may always follow a closing one. */
  readonly isPadded?: boolean;
}

/** Ordinary CSV, by RFC 4180. */
export const ORDINARY: CsvDialect = { quote: '"', isEscaped: false };

const ESCAPED_IN_VALUE = /\\(["'\\])/g;

/** Doubled quotes. A text with hundreds of thousands of them takes half the time with an expression that it takes with a string. */
const DOUBLED = { '"': /""/g, "'": /''/g } as const;

/** The text of a quoted value, from what is between its quotes. */
export function unquoted(text: string, { quote, isEscaped }: CsvDialect): string {
  if (!isEscaped) return text.replaceAll(DOUBLED[quote], quote);
  return text.replaceAll(DOUBLED[quote], `\\${quote}`).replaceAll(ESCAPED_IN_VALUE, '$1');
}

/** Number of backslashes directly before a position. */
export function backslashesBefore(bytes: Uint8Array, position: number): number {
  let start = position;
  while (start > 0 && bytes[start - 1] === BYTES.backslash) start--;
  return position - start;
}

/** What a declaration `sep=,` says about the dialect, so that the parts of a file are read as the file is. */
export function declaredDialect({ quote, isEscaped, isPadded }: CsvDialect): string {
  return ` quote=${quote} escape=${isEscaped ? '\\' : quote}${isPadded ? ' blanks=skip' : ''}`;
}
