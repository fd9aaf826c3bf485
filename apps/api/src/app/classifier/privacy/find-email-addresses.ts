import type { Finding } from './finding';

/** The sign between the parts of an address, also written as a word: "jane (at) example.com", "jane at example dot com". */
const AT = / {0,2}(?:@|[([{<] ?(?:at|arroba|ät) ?[)\]}>]) {0,2}| (?:at|arroba) /gi;
const LOCAL_PART_MAX_LENGTH = 64;
const LOCAL_PART = /[\p{L}\p{N}._%+'&~-]+$/u;
/** In a script without spaces, the word before an address stands next to it. */
const LATIN_LOCAL_PART = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])[a-z\d][a-z\d._%+'&~-]*$/iu;
const QUOTED_LOCAL_PART = /"[^"\n]+"$/;
const SPELLED_DOT = / ?(?:[([{] ?(?:dot|punkt|point|punto|ponto|\.) ?[)\]}]| (?:dot|punkt) ) ?$/iu;
const DOT = String.raw`(?:\.| ?[(\[{] ?(?:dot|punkt|point|punto|ponto|\.) ?[)\]}] ?)`;
const LABEL = String.raw`[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}`;
const TOP_LEVEL = String.raw`(?:(?:xn--[a-z\d-]{2,59}|[a-z]{2,63})(?![a-z\d])|(?![a-z])\p{L}{2,63})`;
const DOMAIN = new RegExp(String.raw`(?:${LABEL}${DOT}){1,8}${TOP_LEVEL}`, 'iuy');
const SPELLED_DOMAIN = new RegExp(String.raw`(?:${LABEL} (?:dot|punkt) ){1,8}${TOP_LEVEL}`, 'iuy');
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
  let start = end;
  for (let parts = 0; parts < 4; parts++) {
    const before = text.slice(Math.max(min, start - LOCAL_PART_MAX_LENGTH), start);
    const part = LATIN_LOCAL_PART.exec(before) ?? LOCAL_PART.exec(before) ?? (parts === 0 ? QUOTED_LOCAL_PART.exec(before) : null);
    if (!part) break;
    start -= part[0].length;
    const dot = SPELLED_DOT.exec(text.slice(Math.max(min, start - 12), start));
    if (!dot) return start;
    start -= dot[0].length;
  }
  return start === end ? undefined : start;
}

/** Whether "jane.doe at example.com" is an address and not a sentence such as "look at example.com". */
function isSpelled(text: string, start: number, at: number, end: number): boolean {
  return /[._\d]/.test(text.slice(start, at)) || / (?:dot|punkt) /i.test(text.slice(at, end));
}
