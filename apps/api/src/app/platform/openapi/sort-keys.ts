/** The same entries in the order of their names, so that a document does not change with the order of its parts. */
export function sortKeys<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}
