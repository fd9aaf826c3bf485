/** A copy of a text. V8 represents a substring as a reference to its string, which would keep an entire row in memory. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
