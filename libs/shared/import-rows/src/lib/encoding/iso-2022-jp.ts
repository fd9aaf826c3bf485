const ESCAPE = 0x1b;

/** Last two bytes of the escape sequences that switch to Japanese characters. The first byte is ESC. */
const SEQUENCES = ['$@', '$B', '(J', '(I'];

/**
 * Detects an escape sequence of ISO-2022-JP at an index. Other text has no such sequences: those that colour the lines of a log start with
 * a bracket. `cut off` if the bytes end inside a possible sequence.
 */
export function escapeSequenceAt(bytes: Uint8Array, index: number): 'complete' | 'cut off' | undefined {
  if (bytes[index] !== ESCAPE) return undefined;
  const next = String.fromCharCode(...bytes.subarray(index + 1, index + 3));
  if (next.length === 2) return SEQUENCES.includes(next) ? 'complete' : undefined;
  return SEQUENCES.some((sequence) => sequence.startsWith(next)) ? 'cut off' : undefined;
}
