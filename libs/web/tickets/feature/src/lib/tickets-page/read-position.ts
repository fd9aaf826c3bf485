/** Parses a query parameter as a position in the list, from 1; undefined if invalid. Cursors do not contain the position. */
export function readPosition(value: unknown): number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
