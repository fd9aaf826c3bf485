import type { Finding } from './finding';
import { KEY_PATTERNS, KEY_PREFIXES } from './key-formats';
import { isRandom } from './random-text';

const MIN_LENGTHS = new Map(KEY_PREFIXES.map(([prefix, minLength]) => [prefix, minLength]));
const PREFIX = new RegExp(
  String.raw`(?<![A-Za-z\d])(?:${KEY_PREFIXES.map(([prefix]) => prefix.replace(/[.~]/g, String.raw`\$&`)).join('|')})`,
  'g',
);
/** Characters of keys after their prefix, and of tokens in general. */
const BODY = /[\w.~+/=-]+/y;
/** A line break, and a long text with a digit. */
const CONTINUATION = /\n(?=[\w.~+/=-]{16})(?=[a-z_.~+/=-]{0,64}\d)/iy;
/** Number of characters that decide whether a body is that of a key. */
const INSPECTED_LENGTH = 64;
/** Tells a key from a word, as in "sk-learn": words are shorter, have no digit, and do not mix upper and lower case. */
const VARIED = /\d|[a-z][^a-z]*[A-Z]|[A-Z][^A-Z]*[a-z]|[A-Za-z]{12}/;

/** Finds keys and tokens by the formats that services publish. */
export function findPublishedKeys(text: string): Finding[] {
  const findings: Finding[] = [];
  let searchedTo = 0;
  for (const { index, 0: prefix } of text.matchAll(PREFIX)) {
    if (index < searchedTo || isDomain(text, index)) continue;
    const bodyStart = index + prefix.length;
    const inspected = /^[\w.~+/=-]*/.exec(text.slice(bodyStart, bodyStart + INSPECTED_LENGTH))?.[0] ?? '';
    if (inspected.length < (MIN_LENGTHS.get(prefix) ?? 0) || !VARIED.test(inspected)) continue;
    searchedTo = endOfBody(text, bodyStart);
    findings.push({ start: index, end: searchedTo, placeholder: '[key]' });
  }
  return [...findings, ...KEY_PATTERNS.flatMap(([pattern]) => findMatches(text, pattern))];
}

/** Whether an e-mail address has its domain here, such as jane@sk-99s-d90.de. It is masked as a whole. */
function isDomain(text: string, index: number): boolean {
  return (
    /[\w.+-]@$/.test(text.slice(Math.max(0, index - 2), index)) &&
    /^[\w.-]{1,64}\.[a-z]{2,24}(?![\w.~+/=-])/i.test(text.slice(index, index + 100))
  );
}

const TOKEN = /(?<![\w+/=-])[\w+/=-]{24,}/g;
/** Published hashes: the integrity of a package, the fingerprint of a public key. */
const HASH_BEFORE = /(?:sha\d{1,3}[-:]|integrity"?[:=] ?"?)$/i;
/** The name of its function as a part of the token: "sha512-", and "sha256//" of curl. */
const HASH = /^sha\d{1,3}(?:-|\/{1,2})/i;

/** Finds long random texts, which are probably keys of an unknown format. A hash in hexadecimal digits is not one. */
export function findRandomTokens(text: string): Finding[] {
  return [...text.matchAll(TOKEN)].flatMap(({ index, 0: token }) =>
    isRandom(token) && !HASH.test(token) && !HASH_BEFORE.test(text.slice(Math.max(0, index - 16), index))
      ? [{ start: index, end: index + token.length, placeholder: '[key]' as const }]
      : [],
  );
}

const BEGIN = /(?<!-)-{2,8} ?BEGIN [A-Z\d ]{1,60}--/gi;
const END = /-- ?END [A-Z\d ]{1,60}-{2,8}/gi;

/** Finds blocks of private keys and certificates. A block without an end goes to the end of the text. */
export function findPemBlocks(text: string): Finding[] {
  const findings: Finding[] = [];
  let searchedTo = 0;
  for (const { index } of text.matchAll(BEGIN)) {
    if (index < searchedTo) continue;
    END.lastIndex = index;
    searchedTo = END.test(text) ? END.lastIndex : text.length;
    findings.push({ start: index, end: searchedTo, placeholder: '[key]' });
  }
  return findings;
}

/** End of a key. A long key may continue in the next lines. */
function endOfBody(text: string, start: number): number {
  BODY.lastIndex = start;
  let end = start;
  while (BODY.test(text)) {
    end = BODY.lastIndex;
    CONTINUATION.lastIndex = end;
    if (!CONTINUATION.test(text)) break;
    BODY.lastIndex = end + 1;
  }
  while (end > start && text.charAt(end - 1) === '.') end--; // the end of a sentence
  return end;
}

function findMatches(text: string, pattern: RegExp): Finding[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
    placeholder: '[key]' as const,
  }));
}
