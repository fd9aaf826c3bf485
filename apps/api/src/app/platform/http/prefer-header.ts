/** Whether a `Prefer` header names a preference (RFC 7240, section 2). Values and parameters are not looked at. */
export function hasPreference(prefer: string | undefined, name: string): boolean {
  return (prefer ?? '').split(',').some((each) => /^[^;=]*/.exec(each)?.[0].trim().toLowerCase() === name);
}
