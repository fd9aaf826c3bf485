/**
 * The value of a preference in a `Prefer` header (RFC 7240, section 2): empty for a preference without one, undefined if the header
 * does not name it. Ignores parameters.
 */
export function preference(prefer: string | undefined, name: string): string | undefined {
  for (const each of (prefer ?? '').split(',')) {
    const [named = '', value = ''] = (each.split(';', 1)[0] ?? '').split('=').map((part) => part.trim().toLowerCase());
    if (named === name) return value;
  }
  return undefined;
}
