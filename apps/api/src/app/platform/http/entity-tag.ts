interface Versioned {
  readonly id: number;
  readonly version: number;
}

/**
 * The version of a resource as a strong entity tag (RFC 9110, 8.8.3).
 * @param suffix hexadecimal digits that identify the parts of the response outside the version; {@link versionsMatching} ignores them
 */
export function entityTag({ id, version }: Versioned, suffix?: string): string {
  return suffix === undefined ? `"${id}-${version}"` : `"${id}-${version}-${suffix}"`;
}

/** Whether an `If-None-Match` header matches the tag: by weak comparison, in a list, or with `*`. */
export function matchesIfNoneMatch(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return isAny(header) || tagsIn(header).some((candidate) => candidate.replace(/^W\//, '') === tag);
}

/**
 * The versions of a resource that an `If-Match` header allows to change; undefined for any version, without a header or with `*`. The
 * comparison is strong (RFC 9110, 13.1.1): a weak tag matches nothing. A change applies to a version, so the suffix of a tag does not count.
 */
export function versionsMatching(header: string | undefined, id: number): number[] | undefined {
  if (header === undefined || isAny(header)) return undefined;
  return tagsIn(header).flatMap((tag) => {
    const [, tagId, version] = /^"(\d{1,10})-(\d{1,9})(?:-[\da-f]+)?"$/.exec(tag) ?? [];
    return Number(tagId) === id ? [Number(version)] : [];
  });
}

function isAny(header: string): boolean {
  return header.trim() === '*';
}

function tagsIn(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? [];
}
