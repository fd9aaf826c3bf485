/** A query parameter as a position in the list, from 1; undefined if invalid. A cursor does not contain it. */
export function readPosition(value: unknown): number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
