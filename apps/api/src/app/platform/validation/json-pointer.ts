/** Converts a path of names to a JSON pointer (RFC 6901). */
export function jsonPointer(path: readonly string[]): string {
  return path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
