/** Longer messages are shown in part. */
const LONG = 6_000;
/** Length of the part. */
const PART = 3_000;

/** Where the first part of a very long text ends, at a line break if there is one nearby. Undefined if the text is short. */
export function endOfPart(text: string): number | undefined {
  if (text.length <= LONG) return undefined;
  const lineBreak = text.lastIndexOf('\n', PART);
  if (lineBreak > PART / 2) return lineBreak + 1;
  const isPair = /[\uD800-\uDBFF]/.test(text.charAt(PART - 1));
  return isPair ? PART + 1 : PART;
}
