import { BYTES, nextSign } from '#import-rows/bytes';

/** Prefixes of JSON from web services, which keep pages of other sites from running it as a script. */
const PREFIXES = [`)]}',`, `)]}'`, 'while(1);', 'while (1);', 'for(;;);', 'for (;;);'].map((prefix) =>
  new TextEncoder().encode(prefix),
);

/** Length of the prefix before JSON; 0 without a prefix, undefined if more bytes are needed. */
export function prefixLength(head: Uint8Array, isComplete: boolean): number | undefined {
  const prefix = PREFIXES.find((one) => startsAlike(head, one) && (head.length >= one.length || !isComplete));
  if (!prefix) return 0;
  if (head.length < prefix.length) return undefined;
  const sign = nextSign(head, prefix.length);
  if (sign === -1) return isComplete ? prefix.length : undefined;
  return head[sign] === BYTES.openBrace || head[sign] === BYTES.openBracket ? prefix.length : 0;
}

/** Whether one of two byte sequences starts with the other. */
function startsAlike(one: Uint8Array, other: Uint8Array): boolean {
  return other.subarray(0, one.length).every((byte, index) => byte === one[index]);
}
