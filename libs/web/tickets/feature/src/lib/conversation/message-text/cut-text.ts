/** Maximum length of a message that is shown completely, in UTF-16 code units. */
const LONG = 6_000;
/** Length of the first part of a longer one. */
const PART = 3_000;

/** End of the first part of a long text, at a line break if one is near. Undefined if the text is short. */
export function endOfPart(text: string): number | undefined {
  if (text.length <= LONG) return undefined;
  const lineBreak = text.lastIndexOf('\n', PART);
  if (lineBreak > PART / 2) return lineBreak + 1;
  const isPair = /[\uD800-\uDBFF]/.test(text.charAt(PART - 1));
  return isPair ? PART + 1 : PART;
}
