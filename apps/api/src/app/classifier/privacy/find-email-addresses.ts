import type { Finding } from './finding';

/** The sign between the parts of an address, also written as a word: "jane (at) example.com", "jane at example dot com". */
const AT = /[ \n]{0,2}(?:@{1,2}|[([{<] ?(?:@|at|arroba|ät) ?[)\]}>])[ \n]{0,2}|=40(?=[a-z])| (?:at|arroba) /gi;
const LOCAL_PART_MAX_LENGTH = 64;
/** Characters of a local part. A surrogate is half of a letter. */
const LOCAL_CHARACTER = /[\p{L}\p{N}\p{Cs}._%+'&~-]/u;
const LATIN_CHARACTER = /[\w.%+'&~-]/;
/** In a script without spaces, the word before an address stands next to it. */
const UNSPACED_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const SPELLED_DOT = / ?(?:[([{<] ?(?:dot|punkt|point|punto|ponto|\.) ?[)\]}>]| (?:dot|punkt|point|punto|ponto) ) ?$/iu;
const DOT = String.raw`(?:\.| \. | ?[([{<] ?(?:dot|punkt|point|punto|ponto|\.) ?[)\]}>] ?)`;
const LABEL = String.raw`[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}`;
const TOP_LEVEL = String.raw`(?:(?:xn--[a-z\d-]{2,59}|[a-z]{2,63})(?![a-z\d])|(?![a-z])\p{L}{2,63})`;
const DOMAIN = new RegExp(String.raw`(?:${LABEL}${DOT}){1,8}${TOP_LEVEL}`, 'iuy');
const SPELLED_DOMAIN = new RegExp(String.raw`(?:${LABEL} (?:dot|punkt|point|punto|ponto) ){1,8}${TOP_LEVEL}`, 'iuy');
const ADDRESS_LITERAL = /\[?\d{1,3}(?:\.\d{1,3}){3}\]?/y;
/** File names of images for dense screens, such as logo@2x.png. */
const DENSE_IMAGE = /^[1-4]x\.(?:png|jpe?g|webp|svg|gif|avif)$/iu;

/** Finds e-mail addresses of any script, at most one for each `@`. Reads up to 64 characters before and 600 after it. */
export function findEmailAddresses(text: string): Finding[] {
  const findings: Finding[] = [];
  let searchedTo = 0;
  for (const { index, 0: at } of text.matchAll(AT)) {
    const end = findDomainEnd(text, index, at);
    const start = findLocalPartStart(text, index, searchedTo);
    if (end === undefined || start === undefined) continue;
    if (/^ \w+ $/.test(at) && !isSpelled(text, start, index, end)) continue;
    findings.push({ start, end, placeholder: '[email]' });
    searchedTo = end;
  }
  return findings;
}

function findDomainEnd(text: string, index: number, at: string): number | undefined {
  const start = index + at.length;
  const end = Math.max(...[DOMAIN, SPELLED_DOMAIN, ADDRESS_LITERAL].map((pattern) => matchEnd(pattern, text, start)));
  return end <= start || DENSE_IMAGE.test(text.slice(start, end)) ? undefined : end;
}

/** End of a match of a sticky pattern; -1 if there is none. */
function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function findLocalPartStart(text: string, end: number, min: number): number | undefined {
  if (text.charAt(end - 1) === '"') return findQuotationStart(text, end, min);
  let start = end;
  for (let parts = 0; parts < 4; parts++) {
    const partStart = findPartStart(text, start, Math.max(min, start - LOCAL_PART_MAX_LENGTH));
    if (partStart === start) break;
    start = partStart;
    const dot = SPELLED_DOT.exec(text.slice(Math.max(min, start - 12), start));
    if (!dot) return start;
    start -= dot[0].length;
  }
  return start === end ? undefined : start;
}

function findPartStart(text: string, end: number, min: number): number {
  const latin = startOfRun(text, end, min, LATIN_CHARACTER);
  return latin < end && UNSPACED_LETTER.test(text.charAt(latin - 1))
    ? latin
    : startOfRun(text, end, min, LOCAL_CHARACTER);
}

/** Start of the characters of a kind that end at an index. */
function startOfRun(text: string, end: number, min: number, character: RegExp): number {
  let start = end;
  while (start > min && character.test(text.charAt(start - 1))) start--;
  return start;
}

/** Start of a quoted local part, such as "jane doe"@example.com. */
function findQuotationStart(text: string, end: number, min: number): number | undefined {
  const start = text.slice(Math.max(min, end - LOCAL_PART_MAX_LENGTH), end - 1).lastIndexOf('"');
  return start === -1 ? undefined : Math.max(min, end - LOCAL_PART_MAX_LENGTH) + start;
}

/** Whether "jane.doe at example.com" is an address and not a sentence such as "look at example.com". */
function isSpelled(text: string, start: number, at: number, end: number): boolean {
  return /[._\d]/.test(text.slice(start, at)) || / (?:dot|punkt|point|punto|ponto) /i.test(text.slice(at, end));
}
