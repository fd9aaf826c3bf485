/** More than any row can show; a whole description in every row would make the browser measure megabytes. */
const EXCERPT_LENGTH = 240;

/** The beginning of a text as one line: white space collapsed, never cut inside a character. */
export function excerpt(text: string): string {
  const start = text
    .slice(0, 4 * EXCERPT_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(start).slice(0, EXCERPT_LENGTH).join('');
}
