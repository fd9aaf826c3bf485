/** A copy with its keys sorted, so that the order of modules does not change the document. */
export function sortKeys<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}
