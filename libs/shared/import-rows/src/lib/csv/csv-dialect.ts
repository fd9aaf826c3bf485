import { BYTES } from '#import-rows/bytes';

/** Quoting rules of a CSV file. */
export interface CsvDialect {
  readonly quote: '"' | "'";
  /** Whether a backslash escapes quotes inside quoted values, as in MySQL and phpMyAdmin. */
  readonly isEscaped: boolean;
  /** Whether blanks may precede an opening quote: `1, "A, b"`. They may always follow a closing one. */
  readonly isPadded?: boolean;
}

/** CSV according to RFC 4180. */
export const ORDINARY: CsvDialect = { quote: '"', isEscaped: false };

const ESCAPED_IN_VALUE = /\\(["'\\])/g;

/** Doubled quotes. With hundreds of thousands of them, a regular expression takes half the time of a string. */
const DOUBLED = { '"': /""/g, "'": /''/g } as const;

/** Unescapes the text between the quotes of a value. */
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

/** Formats the dialect for a declaration `sep=,`, so that parts of a file are read like the whole file. */
export function declaredDialect({ quote, isEscaped, isPadded }: CsvDialect): string {
  return ` quote=${quote} escape=${isEscaped ? '\\' : quote}${isPadded ? ' blanks=skip' : ''}`;
}
