/** A copy of a text. V8 represents a part of a text as a reference to the whole, which would keep an entire row in memory. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
