import type { Ticket } from '../model/ticket.entity';

/** The version of a ticket as a strong entity tag (RFC 9110, 8.8.3). */
export function entityTag({ id, version }: Pick<Ticket, 'id' | 'version'>): string {
  return `"${id}-${version}"`;
}

/** Whether an `If-None-Match` names the tag: in a list, weakly, or with `*` for any. */
export function isNoneMatch(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return isAny(header) || tagsIn(header).some((given) => given.replace(/^W\//, '') === tag);
}

/**
 * The versions of a ticket that an `If-Match` lets change; `undefined` for any version, which is what no header and `*` say.
 * The comparison is strong, as RFC 9110 asks: a weak tag matches nothing.
 */
export function versionsMatching(header: string | undefined, id: number): number[] | undefined {
  if (header === undefined || isAny(header)) return undefined;
  return tagsIn(header).flatMap((tag) => {
    const [, tagId, version] = /^"(\d{1,10})-(\d{1,9})"$/.exec(tag) ?? [];
    return Number(tagId) === id ? [Number(version)] : [];
  });
}

function isAny(header: string): boolean {
  return header.trim() === '*';
}

function tagsIn(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? [];
}
