/** Maximum length of names and words from a file in responses, in Unicode code points. */
export const NAME_MAX_LENGTH = 100;

const CONTROL = /\p{Cc}/gu;

/** Shortens a name or word from a file for a response, and replaces control characters. */
export function shortened(text: string): string {
  return cut(text).replaceAll(CONTROL, '\ufffd');
}

function cut(text: string): string {
  if (text.length <= NAME_MAX_LENGTH) return text;
  return [...text.slice(0, 2 * NAME_MAX_LENGTH)].slice(0, NAME_MAX_LENGTH - 1).join('') + '…';
}
