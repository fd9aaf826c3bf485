/** Formats a value for a CSV row (RFC 4180). Leading or trailing white space is quoted too, because some programs trim unquoted values. */
export function toCsvCell(value: string): string {
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Prefixes an apostrophe to a text that a spreadsheet could run as a formula (CSV injection). */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
