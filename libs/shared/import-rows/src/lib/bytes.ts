/** Bytes that have a meaning in import files. */
export const BYTES = {
  nul: 0x00,
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  /** Ctrl-Z, the end of a text file of DOS and CP/M. */
  endOfFile: 0x1a,
  /** Starts a record of a JSON text sequence (RFC 7464). */
  recordSeparator: 0x1e,
  space: 0x20,
  quote: 0x22,
  apostrophe: 0x27,
  comma: 0x2c,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

/** UTF-8 byte order mark. Some programs write it; some need it to detect UTF-8. */
export const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

export function isLineBreak(byte: number | undefined): boolean {
  return byte === BYTES.lineFeed || byte === BYTES.carriageReturn;
}

export function isSpace(byte: number | undefined): boolean {
  return byte === BYTES.space || byte === BYTES.tab || isLineBreak(byte);
}

/** Whether a byte is a space or a tab, but not the separator. */
export function isBlankByte(byte: number | undefined, separator?: number): boolean {
  return (byte === BYTES.space || byte === BYTES.tab) && byte !== separator;
}

/** The last byte before a position that is not a blank; undefined if there is none. */
export function lastBeforeBlanks(bytes: Uint8Array, position: number, separator?: number): number | undefined {
  let at = position - 1;
  while (at >= 0 && isBlankByte(bytes[at], separator)) at--;
  return bytes[at];
}

/** The position of the first byte that is not a space; -1 if there is none. */
export function nextSign(bytes: Uint8Array, from: number): number {
  for (let index = from; index < bytes.length; index++) if (!isSpace(bytes[index])) return index;
  return -1;
}

/** The position of the first line break; -1 if there is none. */
export function nextLineBreak(bytes: Uint8Array, from: number): number {
  for (let index = from; index < bytes.length; index++) if (isLineBreak(bytes[index])) return index;
  return -1;
}

/** The position of the next byte that ends a JSON string or escapes one; the length if there is none. Most bytes are inside strings. */
export function nextInString(bytes: Uint8Array, from: number): number {
  let index = from;
  while (index < bytes.length) {
    const byte = bytes[index];
    if (byte === BYTES.quote || byte === BYTES.backslash || isLineBreak(byte)) break;
    index++;
  }
  return index;
}

/** Whether a byte may stand between values of JSON. */
export function isBetween(byte: number): boolean {
  return isSpace(byte) || byte === BYTES.recordSeparator;
}
