/**
 * Maximum length of an excerpt, in Unicode code points: more than a row can show. Whole descriptions would make the browser lay out
 * megabytes of text.
 */
const EXCERPT_LENGTH = 240;

/** The start of a text on one line: collapses white space, and never splits a code point. */
export function excerpt(text: string): string {
  const start = text
    .slice(0, 4 * EXCERPT_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(start).slice(0, EXCERPT_LENGTH).join('');
}
