import { BYTES, nextSign } from '#import-rows/bytes';

/** What web services write before JSON, so that no page of another site can run it as a script. */
const PREFIXES = [`)]}',`, `)]}'`, 'while(1);', 'while (1);', 'for(;;);', 'for (;;);'].map((prefix) =>
  new TextEncoder().encode(prefix),
);

/** The length of such a prefix, with JSON behind it; 0 if there is none, undefined if more bytes are needed. */
export function prefixLength(head: Uint8Array, isComplete: boolean): number | undefined {
  const prefix = PREFIXES.find((one) => startsAlike(head, one) && (head.length >= one.length || !isComplete));
  if (!prefix) return 0;
  if (head.length < prefix.length) return undefined;
  const sign = nextSign(head, prefix.length);
  if (sign === -1) return isComplete ? prefix.length : undefined;
  return head[sign] === BYTES.openBrace || head[sign] === BYTES.openBracket ? prefix.length : 0;
}

/** Whether two texts are the same, as far as both go. */
function startsAlike(one: Uint8Array, other: Uint8Array): boolean {
  return other.subarray(0, one.length).every((byte, index) => byte === one[index]);
}
