/** A place in a JSON document (RFC 6901), from the names that lead there. */
export function jsonPointer(path: readonly string[]): string {
  return path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
