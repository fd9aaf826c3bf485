import type { Finding } from './finding';

/** Names of the sign `@`, without accents. Source: https://en.wikipedia.org/wiki/At_sign (names in other languages). */
const AT_WORDS =
  'at|arroba|arobase|chiocciola|małpa|malpa|kukac|zavinac|snabel-?a|apenstaartje|klammeraffe|krollalfa|miukumauku|alfa|собака|собачка|собачку|маимунско|маимунка|кльомба|клиомба|мајмун|papacek|afna|εντ|παπακι|כרוכית|שטרודל|ет|эт';
/** Names of the full stop in those languages, without accents. */
const DOT_WORDS =
  'dot|punkts?|point|punto|ponto|punt|piste|prikk?|kropka|tecka|bodka|pont|nokta|punct|tocka|точка|крапка|тачка|τελεια|נקודה';
const SPACED_DOT = new RegExp(` (?:${DOT_WORDS}) `, 'iu');
/** The sign between the parts of an address, also written as a word: "jane (at) example.com", "jane at example dot com". */
const AT = new RegExp(
  String.raw`[ \n]{0,2}(?:@{1,2}|[([{<] ?(?:@|a|at sign|${AT_WORDS}) ?[)\]}>])[ \n]{0,2}|=40(?=[a-z])` +
    String.raw`| (?:at sign|${AT_WORDS}) | ?(?<![a-z\d])[-*/|]{1,3} ?(?:${AT_WORDS}) ?[-*/|]{1,3} ?|_{1,2}at_{1,2}`,
  'giu',
);
const LOCAL_PART_MAX_LENGTH = 64;
/** Characters of a local part. A surrogate is half of a letter. */
const LOCAL_CHARACTER = /[\p{L}\p{N}\p{Cs}._%+'&~!#$/=^`|?*-]/u;
const LATIN_CHARACTER = /[\w.%+'&~!#$/=^`|?*-]/;
/** In a script without spaces, the word before an address stands next to it. */
const UNSPACED_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const SPELLED_DOT = new RegExp(String.raw` ?(?:[([{<] ?(?:${DOT_WORDS}|\.) ?[)\]}>]| (?:${DOT_WORDS}) ) ?$`, 'iu');
const DOT = String.raw`(?:\.\n?|\n\.| \. |_{1,2}dot_{1,2}| ?-dot- ?| ?[([{<] ?(?:${DOT_WORDS}|\.) ?[)\]}>] ?)`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_-]|=\n){0,62}`;
const TOP_LEVEL = String.raw`(?:(?:xn--[a-z\d-]{2,59}|[a-z]{2,63})(?![a-z\d])|(?![a-z])\p{L}{2,63})`;
const DOMAIN = new RegExp(String.raw`(?:${LABEL}${DOT}){1,8}${TOP_LEVEL}`, 'iuy');
const SPELLED_DOMAIN = new RegExp(String.raw`(?:${LABEL} (?:${DOT_WORDS}) ){1,8}${TOP_LEVEL}`, 'iuy');
/** A domain with a line break in its first label. */
const BROKEN_DOMAIN =
  /[a-z\d-]{1,63}\n(?:[a-z\d-]{1,63}\.){1,4}(?:com|net|org|info|io|eu|de|fr|es|it|uk|ru|cn|jp|br|nl|pl|ch|at|in)(?![\w-])/iy;
/** A domain with a comma for its last dot, by mistake. */
const MISTYPED_DOMAIN =
  /(?:[a-z\d-]{1,63}\.){0,3}[a-z\d-]{2,63},(?:com|net|org|info|io|eu|de|fr|es|it|co\.uk|ru|cn|jp|br|nl|pl|ch|at)(?![\w.,-])/iy;
/** A frequent host of mail without its top-level domain. Source: https://en.wikipedia.org/wiki/Comparison_of_webmail_providers */
const MAIL_HOST =
  /(?:gmail|googlemail|hotmail|yahoo|ymail|gmx|icloud|outlook|proton(?:mail)?|t-online|yandex|zoho|libero|laposte|orange|freenet)(?![\w.@:/-])/iy;
const ADDRESS_LITERAL = /\[?\d{1,3}(?:\.\d{1,3}){3}\]?|\[(?:ipv6:)?[\da-f:.]{2,45}\]/iy;
/** A host without a domain, which makes an address only after a label. */
const HOST = /[a-z][a-z\d-]{0,62}(?![\w.@:/-])/iy;
const MAIL_LABEL =
  /(?<!\p{L})(?:e-?mail|mailto|mail|from|to|b?cc|reply-to|sender|recipient|correo|courriel|почта)["']?(?:[:=<"'] {0,2}|: ?<|(?<=mail) )$/iu;
/** Units of systemd, such as user@1000.service. */
const SYSTEMD_UNIT = /\.(?:service|socket|timer|target|mount|automount|slice|scope|device|path|swap)$/i;
/** Users of version control systems, such as git@github.com. */
const SYSTEM_USER = /^(?:git|hg|svn)$/i;
/** Names of settings and parameters before an address. */
const PARAMETER =
  /^[^=]{0,64}(?:mail|user|login|name|to|from|cc|bcc|uid|id|sender|recipient|address|account|contact|owner|author)=/i;
const LEADING_SIGNS = /^[`*|#/=!?$^~'_&%]{1,64}/;
/** Numbers of errors and versions before "at". Longer ones are names at providers such as qq.com. */
const NUMBER = /^(?:0x[\da-f]{1,16}|v?\d{1,4}(?:\.\d{1,4}){0,3})$/iu;
/** File names of images for dense screens, such as logo@2x.png. */
const DENSE_IMAGE = /^[1-4]x\.(?:png|jpe?g|webp|svg|gif|avif)$/iu;

/** Finds e-mail addresses of any script, at most one for each `@`. Reads up to 64 characters before and 600 after it. */
export function findEmailAddresses(text: string): Finding[] {
  const findings: Finding[] = [];
  let searchedTo = 0;
  for (const { index, 0: at } of text.matchAll(AT)) {
    const end = findDomainEnd(text, index, at) ?? findHostEnd(text, index, at);
    const start = end === undefined ? undefined : findLocalPartStart(text, index, searchedTo);
    if (end === undefined || start === undefined) continue;
    if (/^ \p{L}[\p{L} -]* $/u.test(at) && !isSpelled(text, start, index, end)) continue;
    if (SYSTEM_USER.test(text.slice(start, index)) || SYSTEMD_UNIT.test(text.slice(index, end))) continue;
    findings.push({ start, end, placeholder: '[email]' });
    searchedTo = end;
  }
  return findings;
}

function findDomainEnd(text: string, index: number, at: string): number | undefined {
  const start = index + at.length;
  const patterns = [DOMAIN, SPELLED_DOMAIN, BROKEN_DOMAIN, ADDRESS_LITERAL];
  if (at === '@') patterns.push(MISTYPED_DOMAIN, MAIL_HOST);
  const end = Math.max(...patterns.map((pattern) => matchEnd(pattern, text, start)));
  return end <= start || DENSE_IMAGE.test(text.slice(start, end)) ? undefined : end;
}

/** End of a host such as localhost, if a label precedes the address. */
function findHostEnd(text: string, index: number, at: string): number | undefined {
  if (at !== '@') return undefined;
  const end = matchEnd(HOST, text, index + at.length);
  const start = end === -1 ? index : findPartStart(text, index, Math.max(0, index - LOCAL_PART_MAX_LENGTH));
  return start < index && MAIL_LABEL.test(text.slice(Math.max(0, start - 16), start)) ? end : undefined;
}

/** End of a match of a sticky pattern; -1 if there is none. */
function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function findLocalPartStart(text: string, end: number, min: number): number | undefined {
  if (text.charAt(end - 1) === '"') return findQuotationStart(text, end, min);
  if (text.charAt(end - 1) === '}') return findGroupStart(text, end, min);
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
  const start =
    latin < end && UNSPACED_LETTER.test(text.charAt(latin - 1)) ? latin : startOfRun(text, end, min, LOCAL_CHARACTER);
  const trimmed = start + lengthBefore(text.slice(start, end));
  // A long name may continue in the line before.
  return trimmed > min && /[=_-]\n$/.test(text.slice(trimmed - 2, trimmed)) && text.charAt(trimmed) !== '-'
    ? startOfRun(text, trimmed - 1, min, LATIN_CHARACTER)
    : trimmed;
}

/** Length of the text before a local part in URLs, settings, Markdown and tables. RFC 5322 allows its signs in a local part. */
function lengthBefore(run: string): number {
  const isUrl = run.includes('//') || /[?&][^?&=]*=/.test(run);
  const url = isUrl ? Math.max(...['/', '?', '&', '='].map((sign) => run.lastIndexOf(sign))) + 1 : 0;
  const rest = run.slice(url);
  const parameter = PARAMETER.exec(rest)?.[0].length ?? 0;
  return url + parameter + (LEADING_SIGNS.exec(rest.slice(parameter))?.[0].length ?? 0);
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

/** Start of several local parts, such as {jane,joe}@example.com. */
function findGroupStart(text: string, end: number, min: number): number | undefined {
  const from = Math.max(min, end - 4 * LOCAL_PART_MAX_LENGTH);
  const start = text.slice(from, end - 1).lastIndexOf('{');
  return start === -1 || !/^[^\n{}]+$/.test(text.slice(from + start + 1, end - 1)) ? undefined : from + start;
}

/** Whether "jane.doe at example.com" is an address and not a sentence such as "look at example.com" or "error 404 at 10.0.0.12". */
function isSpelled(text: string, start: number, at: number, end: number): boolean {
  if (/^ ?[($<]/.test(text.slice(end, end + 2))) return false; // at com.example.Desk.create(Desk.java:142)
  if (NUMBER.test(text.slice(start, at)) || /\d\]?$/.test(text.slice(at, end))) return false; // "jane at 10.0.0.12" is not an address
  return /[._\d]/.test(text.slice(start, at)) || SPACED_DOT.test(text.slice(at, end));
}
