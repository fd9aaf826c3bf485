/** A position in the write-ahead log, in bytes. PostgreSQL writes it as `16/B374D848`: both halves are hexadecimal. */
export type WalPosition = bigint;

const FORMAT = /^([\dA-F]{1,8})\/([\dA-F]{1,8})$/i;

/** Reads a position; undefined if the text is none. */
export function parseWalPosition(text: string): WalPosition | undefined {
  const [, high, low] = FORMAT.exec(text) ?? [];
  return high !== undefined && low !== undefined ? (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`) : undefined;
}
