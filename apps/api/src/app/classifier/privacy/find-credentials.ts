import type { Finding } from './finding';

/** The header of a request, up to the end of its line or quotation. */
const AUTHORIZATION = /(?<![a-z])(?:proxy-)?authorization["'`]? ?[:=] ?["'`]?/gi;
const SCHEME =
  /(?:basic|bearer|token|apikey|api-key|key|negotiate|ntlm|sharedkey|sharedkeylite|genie|genie-?key)[ \n]{1,3}[^\s"'`,;]{1,8192}/iy;
const PARAMETERS = /[a-z\d-]{3,30} (?=[^\n]{0,512}[=\d])/iy;
const OPAQUE = /[^\s"'`,;]{8,8192}/y;
const COOKIE = /(?<![a-z])(?:set-)?cookie["'`]? ?[:=] ?["'`]?(?=[\w.-]{1,100}=)/gi;
const NO_SPACE = /[^\s"'`]{1,1024}/y;
const REST_OF_LINE = /[^\n]{1,8192}/y;
const REST_OF_QUOTATION = /[^\n"'`]{1,8192}/y;
const QUOTATION_MARK = /["'`]$/;
const BEARER = /(?<![a-z\d])bearer:? {1,3}(?=[\w.~+/=-]{0,256}\d|[\w.~+/=-]{20})[\w.~+/=-]{8,8192}/gi;
const BASIC =
  /(?<![a-zA-Z\d])[bB](?:asic|ASIC) {1,3}(?=[a-zA-Z\d+/]{0,256}(?:\d|={1,2}(?![\w=])|[a-z][A-Z]))[a-zA-Z\d+/]{8,8192}={0,2}/g;
const USER_OPTION = /(?<![\w-])(?:-u|--user)[ =]["']?(?=[^\s:"']{1,64}:[^\s"'])/g;
/** A call with a user and a password: `smtp.login("bob", "hunter2")`, `new NetworkCredential("bob", "hunter2")`. */
const CALL =
  /(?:log_?on|log_?in|sign_?in|authenticate|credentials?|basic_?auth)\(["'`][^"'`\n]{1,64}["'`], ?["'`](?=[^"'`\s]{3,256}["'`])/gi;
const USER_INFO = /:\/\/(?=[^\s/?#"'<>@]{1,512}@)[^\s/?#"'<>@]{1,512}@/g;

/** Finds credentials of HTTP, the headers Authorization and Cookie, the user information of URLs, the option of curl, and calls. */
export function findCredentials(text: string): Finding[] {
  return [
    ...values(text, AUTHORIZATION, findAuthorizationEnd),
    ...values(text, COOKIE, (start, isQuoted) => matchEnd(isQuoted ? REST_OF_QUOTATION : REST_OF_LINE, text, start)),
    ...values(text, USER_OPTION, (start) => matchEnd(NO_SPACE, text, start)),
    ...values(text, CALL, (start) => matchEnd(NO_SPACE, text, start)),
    ...whole(text, BEARER),
    ...whole(text, BASIC),
    ...whole(text, USER_INFO).map(({ start, end }) => ({
      start: start + 3,
      end: end - 1,
      placeholder: '[key]' as const,
    })),
  ];

  function findAuthorizationEnd(start: number, isQuoted: boolean): number | undefined {
    const scheme = matchEnd(SCHEME, text, start);
    if (scheme !== undefined) return scheme;
    if (matchEnd(PARAMETERS, text, start) !== undefined) {
      return matchEnd(isQuoted ? REST_OF_QUOTATION : REST_OF_LINE, text, start);
    }
    const opaque = matchEnd(OPAQUE, text, start);
    return opaque !== undefined && /\d/.test(text.slice(start, opaque)) ? opaque : undefined;
  }
}

/** The values after each name. A value is quoted if a quotation mark stands before it, or before its name. */
function values(
  text: string,
  header: RegExp,
  findEnd: (start: number, isQuoted: boolean) => number | undefined,
): Finding[] {
  const findings: Finding[] = [];
  let searchedTo = 0;
  for (const { index, 0: name } of text.matchAll(header)) {
    if (index < searchedTo) continue;
    const start = index + name.length;
    const end = findEnd(start, QUOTATION_MARK.test(name) || QUOTATION_MARK.test(text.charAt(index - 1)));
    if (end === undefined) continue;
    findings.push({ start, end, placeholder: '[key]' });
    searchedTo = end;
  }
  return findings;
}

function whole(text: string, pattern: RegExp): Finding[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
    placeholder: '[key]' as const,
  }));
}

function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
