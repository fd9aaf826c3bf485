/** A value in a row of CSV (RFC 4180). It is quoted also for a space at an end, because some programs trim other values. */
export function toCsvCell(value: string): string {
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A text with an apostrophe before it if a spreadsheet would run it as a formula, or take it for the beginning of one. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
