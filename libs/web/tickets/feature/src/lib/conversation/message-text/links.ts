/** A part of a text: plain, or a link. */
export interface TextPart {
  readonly text: string;
  /** Absolute URL; undefined for plain text. */
  readonly href?: string;
}

/** The start of a link, and everything up to white space, quotation marks, brackets or an invisible character. */
const CANDIDATE = /(?:https?:\/\/|mailto:)[^\s<>"'`{}|\\^\p{Cc}\p{Cf}]+/giu;
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** Punctuation that ends a sentence after a link. */
const TRAILING = new Set('.,;:!?…。、，');
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Finds the links in a text. Joined, the parts give the text. */
export function findLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    const link = withoutTrailing(candidate);
    const href = toHref(link);
    if (!href) continue;
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: link, href });
    end = index + link.length;
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end) });
  return parts;
}

/** Removes punctuation and unopened brackets that belong to the sentence around a link. */
function withoutTrailing(candidate: string): string {
  const excess = new Map(
    Object.entries(BRACKETS).map(([close, open]) => [close, count(candidate, close) - count(candidate, open)]),
  );
  let end = candidate.length;
  for (; end > 0; end--) {
    const last = candidate.charAt(end - 1);
    const unopened = excess.get(last) ?? 0;
    if (unopened > 0) excess.set(last, unopened - 1);
    else if (!TRAILING.has(last)) break;
  }
  return candidate.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Undefined unless the link is a valid page or mailbox. Rejects user names: `https://bank.example@evil.example` imitates another host. */
function toHref(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { href, protocol, hostname, pathname, username, password } = new URL(link);
  const hasTarget = protocol === 'mailto:' ? pathname.includes('@') : hostname !== '';
  return SCHEMES.has(protocol) && hasTarget && !username && !password ? href : undefined;
}
