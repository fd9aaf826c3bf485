const ESCAPE = 0x1b;

/** The last two bytes of the sequences that switch to Japanese characters. They follow the byte of Escape. */
const SEQUENCES = ['$@', '$B', '(J', '(I'];

/**
 * Whether an escape sequence of ISO-2022-JP is at an index. The encoding is ASCII without these, and no other text has them: those that
 * colour the lines of a log start with a bracket. `cut off` if it may continue after the bytes.
 */
export function escapeSequenceAt(bytes: Uint8Array, index: number): 'complete' | 'cut off' | undefined {
  if (bytes[index] !== ESCAPE) return undefined;
  const next = String.fromCharCode(...bytes.subarray(index + 1, index + 3));
  if (next.length === 2) return SEQUENCES.includes(next) ? 'complete' : undefined;
  return SEQUENCES.some((sequence) => sequence.startsWith(next)) ? 'cut off' : undefined;
}
