import type { Finding } from './finding';
import { CONTINUATIONS } from './secret-labels';
import { findSecretNames, type SecretName, toPlain } from './secret-names';

/** A name, its operator and the value: `password: hunter2`, `"token": "abc"`, `API_KEY=abc`. */
const ASSIGNMENT = /["'`\])}>*]{0,3} {0,3}(?:=>|:=|->|==|[=:|→]) {0,3}\n?[ \n]{0,3}/y;
const XML_VALUE = />/y;
/** "The password is hunter2", "the password for the portal is hunter2", in some languages. */
const COPULA =
  /(?: (?:number|nummer|nr|no|code))?(?: (?:for|fur|pour|para|per|til|voor|of) [^\n.,;:=?!]{1,40})?(?: (?:is|was|are|ist|lautet|war|est|es|era|e|jest|to|ar|er|on|je|это|-)|'s)(?!\p{L}) {0,2}:? {0,2}\n?/iuy;
const ADVERB = /(?:still|now|not|currently|actually|probably|just|noch|jetzt|aktuell|nicht) /iy;
const UNSPACED_COPULA = new RegExp(
  ` ?(?:${['是', '为', '為', 'は', 'が', '는', '은'].map(toPlain).join('|')}|[:=])? ?(?=[\\x21-\\x7e])`,
  'y',
);
const SPACE = /[ \n]{1,2}/y;
const QUOTED = /"[^"\n]{1,512}"|'[^'\n]{1,512}'|`[^`\n]{1,512}`/y;
const UNQUOTED = /[^\s"'`<>]{1,256}/y;
const END_OF_VALUE = /[.,;:!?)\]}]{1,8}$/;
const OTHER_WORDS = new Set(CONTINUATIONS.map(toPlain));
const LETTERS = /^[\p{L}'-]+$/u;

/** Finds passwords, tokens and other secrets by the name before them. */
export function findLabelledSecrets(text: string): Finding[] {
  const findings: Finding[] = [];
  let searchedTo = 0;
  for (const name of findSecretNames(text)) {
    if (name.start < searchedTo) continue;
    const value = findValue(text, name);
    if (!value) continue;
    findings.push({ ...value, placeholder: '[key]' });
    searchedTo = value.end;
  }
  return findings;
}

interface Value {
  readonly start: number;
  readonly end: number;
}

function findValue(text: string, { kind, word, end }: SecretName): Value | undefined {
  const assigned = matchEnd(ASSIGNMENT, text, end) ?? matchEnd(XML_VALUE, text, end);
  if (assigned !== undefined) return valueAt(text, assigned, (value) => isAssignedSecret(value, kind));
  const stated = matchEnd(COPULA, text, end);
  const found = stated === undefined ? undefined : valueAt(text, stated, (value) => isStatedSecret(value, kind));
  if (found) return found;
  const afterAdverb = stated === undefined ? undefined : matchEnd(ADVERB, text, stated);
  if (afterAdverb !== undefined) return valueAt(text, afterAdverb, (value) => isAdjacentSecret(value, kind));
  const next = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word)
    ? matchEnd(SPACE, text, end)
    : matchEnd(UNSPACED_COPULA, text, end);
  return next === undefined
    ? undefined
    : valueAt(
        text,
        next,
        (value, isQuoted) => isAdjacentSecret(value, kind) || (isQuoted && isStatedSecret(value, kind)),
      );
}

function valueAt(
  text: string,
  start: number,
  isSecret: (value: string, isQuoted: boolean) => boolean,
): Value | undefined {
  const quotedEnd = matchEnd(QUOTED, text, start);
  if (quotedEnd !== undefined) {
    return isSecret(text.slice(start + 1, quotedEnd - 1), true) ? { start: start + 1, end: quotedEnd - 1 } : undefined;
  }
  const end = matchEnd(UNQUOTED, text, start);
  if (end === undefined) return undefined;
  const raw = text.slice(start, end);
  const parameter = text.charAt(start - 1) === '=' ? (raw.split('&')[0] ?? raw) : raw;
  const value = parameter.replace(END_OF_VALUE, '');
  return isSecret(value, false) ? { start, end: start + value.length } : undefined;
}

function isAssignedSecret(value: string, kind: SecretName['kind']): boolean {
  if (kind === 'pin') return /^\d{3,10}$/.test(value);
  if (kind === 'weak') return isVaried(value, 8) || /^[a-z\d+/]{6,}={1,2}$/i.test(value);
  return value.length >= 3 && !OTHER_WORDS.has(value.toLowerCase());
}

function isStatedSecret(value: string, kind: SecretName['kind']): boolean {
  if (kind === 'pin') return /^\d{3,10}$/.test(value);
  if (kind === 'password') return value.length >= 3 && !OTHER_WORDS.has(value.toLowerCase());
  return isVaried(value, 8);
}

function isAdjacentSecret(value: string, kind: SecretName['kind']): boolean {
  if (kind === 'pin') return /^\d{4,8}$/.test(value);
  if (kind === 'password')
    return /^\d{4,}$/.test(value) || (value.length >= 5 && !LETTERS.test(value) && isVaried(value, 5));
  return isVaried(value, kind === 'weak' ? 16 : 10);
}

/** Whether a value has letters and digits, and a minimum length. */
function isVaried(value: string, minLength: number): boolean {
  return value.length >= minLength && /\d/.test(value) && /\p{L}/u.test(value);
}

function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
