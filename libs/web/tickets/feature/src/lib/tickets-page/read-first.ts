/** The number of a page's first ticket as the address has it, counted from 1, because a cursor does not tell; else `undefined`. */
export function readFirst(value: unknown): number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
