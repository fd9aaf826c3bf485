/** Maximum length of names and words from a file in answers, in code points. */
export const NAME_MAX_LENGTH = 100;

/** A name or word from a file, short enough for an answer. */
export function shortened(text: string): string {
  if (text.length <= NAME_MAX_LENGTH) return text;
  return [...text.slice(0, 2 * NAME_MAX_LENGTH)].slice(0, NAME_MAX_LENGTH - 1).join('') + '…';
}
