import { ADVERBS, type Article, articleAt, IS, IS_BEHIND_PREPOSITION, UNSPACED_IS } from './copulas';
import { keyInGroupsAt } from './find-authenticator-keys';
import { isNumberedName } from './find-credential-pairs';
import { findBlock } from './find-yaml-blocks';
import type { Finding } from './finding';
import { adjacentPinAt, digitsInGroupsAt, longCodeAt } from './pin-groups';
import { OTHER_PARTS, POSSESSIVES, PREPOSITIONS } from './secret-labels';
import { findSecretNames, type SecretName, toPlain } from './secret-names';
import {
  isAdjacentSecret,
  isAssignedSecret,
  isFingerprint,
  isOtherWord,
  isSecretAfterArticle,
  isStatedSecret,
  isVaried,
  matchEnd,
  passphraseAt,
  type Value,
  valueAt,
} from './secret-values';
import { isTechnical } from './technical-values';

/** The text between a name and its operator: the end of a quotation or of Markdown, a hint, dots. */
const AFTER_NAME = String.raw`["'\x60\])}>*~_]{0,5}(?: ?[([][^()[\]\n]{1,40}[)\]])?[ .]{0,40}`;
const OPERATOR = String.raw`(?:[=:][=:>]|= =|-{1,3}>|~>|>>|[=:|│→]| "(?= )|\.{4}(?= )|\n {0,8}[|│])`;
/** The text before the value: the end of Markdown, and the start of a list or an object. */
const BEFORE_VALUE = String.raw`[*_~]{0,3} {0,3}\n?[ \n|│]{0,6}(?:\[ {0,2}|\{[ \n]{0,8}["']?(?:value|text|plain|content|#text|_)["']? ?: ?)?`;
/** A name, its operator and the value: `password: hunter2`, `**Password:** hunter2`, `"token": "abc"`, `API_KEY=abc`. */
const ASSIGNMENT = new RegExp(AFTER_NAME + OPERATOR + BEFORE_VALUE, 'y');
/** The value in an element, a call, and in brackets of some scripts. */
const ENCLOSED = /<\/[a-z]{1,20}>[ \n]{0,8}<[a-z]{1,20}> ?|["']?> ?|\](?=[^\s[\]]{3,64}\[\/)|\((?=["'`])| ?(?=【)/y;
/** A name and a value as parameters: `set("password", "hunter2")`. */
const PARAMETER = /["'`], ?(?=["'`])/y;
const VALUE_ATTRIBUTE =
  /["'`]?[,;]?[ \n]{0,12}(?:[a-z:-]{1,20}=["'][^"'<>\n]{0,60}["'] ){0,4}["'`]?value["'`]? ?[:=] ?/iy;
/** "Password for the portal: hunter2", "contraseña nueva: gatito". */
const QUALIFIED = /(?: \p{L}[\p{L}'-]{0,20}){1,4} ?(?:[:=→]|-{1,2}>) ?\n?/uy;

const alternatives = (words: readonly string[]) => [...new Set(words.map(toPlain))].join('|');
/** "The password is hunter2", "the password for the portal is hunter2", in some languages. */
const WHOSE = `(?: ?(?:${alternatives(POSSESSIVES)}))?`;
const PREPOSITION = `(?: (?:${alternatives(PREPOSITIONS)}) [^\\n.,;:=?!]{1,40}?)`;
const COPULA = new RegExp(
  `(?: (?:number|nummer|nr|no|code|now|jetzt|nun|ahora|agora|adesso|ora|maintenant))?` +
    `(?:${PREPOSITION}${WHOSE} (?:${IS_BEHIND_PREPOSITION}|-)|${PREPOSITION}?${WHOSE}(?: ?(?:${UNSPACED_IS})|,? c'est|'s)|${WHOSE} (?:${IS}|-))` +
    `(?!\\p{L}) {0,2}:? {0,2}\\n?`,
  'iuy',
);
/** A question for a secret, and its answer on the next line after the name of the sender: "what is the password?", "Me: hunter2". */
const ANSWER = /\? {0,3}\n{1,2}(?:\p{L}[\p{L} .'-]{0,30}: {0,2})?(?=\S{5,64} {0,3}(?:\n|$))/uy;
/** "The password has been reset to hunter2". */
const CHANGE =
  /(?: (?:is|was|has|have|had|been|got|now|just|already|a|ete|foi|ha|sido|se)){0,4} (?:(?:set|changed?|reset|updated|switched|renewed) (?:back )?(?:to|as)|wurde auf|ist auf|geandert (?:auf|in)|changee? (?:en|par|pour)|reinitialisee? (?:a|en)|cambiad[ao] (?:a|por)|alterad[ao] para|redefinid[ao] para)(?!\p{L}) ?:? ?/iuy;
/** "I changed it to hunter2", near the name of a password. */
const CHANGED_IT =
  /(?<!\p{L})(?:(?:changed?|reset|set|updated|switched) (?:it|this|them) (?:back )?to|habe? (?:es|das|ihn) (?:auf|in)|l'ai change en|la (?:cambie|cambio) (?:a|por)) ["']?(?<secret>[^\s"']{5,64})/giu;
const [BEFORE_CHANGE, AFTER_CHANGE] = [120, 60];
/** "The PIN was changed from 1234 to 5678": the old one before the new one. */
const CHANGE_FROM =
  /(?: (?:is|was|has|have|had|been|got|now|just|already)){0,4} (?:changed?|reset|updated|switched) from \S{3,256} (?:to|into) ?:? ?/iy;
/** "Netflix est ", "for the old portal is ". */
const OWNER = new RegExp(
  `(?: (?!(?:server|host|model|pad|module?|system|device|gerat|store|database|db)(?!\\p{L}))\\p{L}[\\p{L}\\d-]{0,20}){1,3}? (?:${IS})(?!\\p{L}) {0,2}:? {0,2}`,
  'iuy',
);
/** The line of a file whose name has a word for a secret: "src/token.rs:42:5". */
const POSITION_AFTER = /^:\d{1,7}(?::\d{1,7})?/;
const POSITION_LENGTH = 16;
const OR = /["'`]?,? (?:or|oder|ou|of|eller|lub|albo|nebo|vagy|или|або|[ou]) /iuy;
const ADVERB = new RegExp(`(?:${ADVERBS}) `, 'iuy');
const UNSPACED_COPULA = new RegExp(`(?: ?(?:${alternatives(POSSESSIVES)}))? ?(?:${IS}|[:=])? ?(?=[\\x21-\\x7e])`, 'y');
/** "Passwords are stretched": after a plural, the next word is probably not a password. */
const PLURAL = /^(?:passwords|passworter|kennworter|wachtwoorden|contrasenas|senhas|mots de passe|пароли)$/i;
/** "user/password: bob / hunter2": the separator before the name, and the user before the password. */
const NAME_BEFORE = /(?:[/|&+]| and | und | et | y | e ) ?$/;
const FIRST_OF_PAIR = /[^\s"'`<>/|]{1,64} (?:[/|:+]|and|und) /y;
/** Also with whose it is: "kata sandi saya rahasia1". */
const SPACE = new RegExp(
  String.raw`(?: (?:${alternatives(POSSESSIVES)})(?= ))?(?:(?<=jelsz\p{L}{0,8}) az? | ?[,;] ?| (?:numbers?|nummer|numero|no|nr|n)[.°:]? (?=\d)|[ \n]{1,3})`,
  'iuy',
);
/** "пароль на почту qwerty1": a name, a purpose and the value. */
const PURPOSE = new RegExp(`(?: (?:${alternatives(PREPOSITIONS)})(?: \\p{L}{1,20}){1,2}) `, 'iuy');
/** Words between a value and a name after it: "use hunter2 as the password", "hunter2 is my password". */
const LINKS = new Set(['as', 'als', 'como', 'comme', 'come', 'is', 'was', 'ist', 'war', 'es', 'est']);
/** Links only after a verb: "use hunter2 for the password". */
const PURPOSES = new Set(['for', 'fur', 'para', 'pour', 'per']);
const VERB = /^(?:use[ds]?|using|try|tried|entere?d?|typed?|set|put|verwende|benutze|utilise|usa)$/i;
const MAX_LENGTH_BEFORE = 120;
/** Maximum number of words between a link and a name: "hunter2 is my new admin password". */
const MAX_WORDS_BETWEEN = 3;

/** Finds passwords, tokens and other secrets by the name before or after them. */
export function findLabelledSecrets(text: string): Finding[] {
  const findings: Finding[] = [];
  let searchedTo = 0;
  for (const name of findSecretNames(text)) {
    if (name.start < searchedTo) continue;
    const before = findValueBefore(text, name, searchedTo);
    if (before) findings.push({ ...before, placeholder: '[key]' });
    const value = findValue(text, name);
    if (!value || isFingerprint(text.slice(value.start, value.end), name)) continue;
    const other = findAlternative(text, value.end, name);
    findings.push(...[value, ...(other ? [other] : [])].map((each) => ({ ...each, placeholder: '[key]' as const })));
    searchedTo = (other ?? value).end;
  }
  return [...findings, ...findChangedIt(text)];
}

/** The second value of "the PIN is 4821 or 4812". */
function findAlternative(text: string, end: number, name: SecretName): Value | undefined {
  const start = matchEnd(OR, text, end);
  if (start === undefined) return undefined;
  const other = articleAt(text, start)?.end ?? start;
  return digitsInGroupsAt(text, other, name) ?? valueAt(text, other, (value) => isSecretAfterArticle(value, name));
}

function findChangedIt(text: string): Finding[] {
  return Array.from(text.matchAll(CHANGED_IT)).flatMap(({ index, 0: match, groups }): Finding[] => {
    const secret = (groups?.['secret'] ?? '').replace(/[.,;:?)]{1,8}$/, '');
    const around = text.slice(Math.max(0, index - BEFORE_CHANGE), index + match.length + AFTER_CHANGE);
    const isNamed = findSecretNames(around).some(({ kind }) => kind === 'password');
    if (!isNamed || !isAdjacentSecret(secret, { kind: 'password', word: '' })) return [];
    const start = index + match.lastIndexOf(secret);
    return [{ start, end: start + secret.length, placeholder: '[key]' }];
  });
}

function findValue(text: string, name: SecretName): Value | undefined {
  return findAssigned(text, name) ?? findStated(text, name) ?? findAnswer(text, name) ?? findAdjacent(text, name);
}

function findAnswer(text: string, name: SecretName): Value | undefined {
  const start = name.kind === 'password' ? matchEnd(ANSWER, text, name.end) : undefined;
  return start === undefined ? undefined : valueAt(text, start, (value) => isAdjacentSecret(value, name));
}

function findAssigned(text: string, name: SecretName): Value | undefined {
  const position = POSITION_AFTER.exec(text.slice(name.end, name.end + POSITION_LENGTH))?.[0];
  if (position && isTechnical(name.word + position)) return undefined;
  const block = findBlock(text, name);
  if (block) return block;
  const start =
    matchEnd(ASSIGNMENT, text, name.end) ??
    matchEnd(VALUE_ATTRIBUTE, text, name.end) ??
    matchEnd(ENCLOSED, text, name.end);
  if (start !== undefined) {
    const article = articleAt(text, start);
    return (
      secretAt(text, start, name, (value) => isAssignedSecret(value, name.kind)) ??
      (article && findAfterArticle(text, article, name))
    );
  }
  const qualified = name.kind === 'weak' ? undefined : matchEnd(QUALIFIED, text, name.end);
  if (qualified === undefined || hasOtherWord(text.slice(name.end, qualified))) return undefined;
  return valueAt(text, qualified, (value) => {
    const isLast = /^[.!]?(?:\n|$)/.test(text.slice(qualified + value.length, qualified + value.length + 2));
    return isAssignedSecret(value, name.kind) && (isLast || isAdjacentSecret(value, name));
  });
}

const hasOtherWord = (words: string) =>
  (words.match(/\p{L}+/gu) ?? []).some((word) => OTHER_PARTS.has(word.toLowerCase()));

function findStated(text: string, name: SecretName): Value | undefined {
  const changed = findChanged(text, name);
  if (changed) return changed;
  const start = matchEnd(CHANGE, text, name.end) ?? matchEnd(COPULA, text, name.end);
  if (start === undefined) return findAfterOwner(text, name);
  const isPlural = PLURAL.test(name.word);
  const article = articleAt(text, start);
  if (article) return findAfterArticle(text, article, name);
  const found = secretAt(text, start, name, (value) =>
    isPlural ? isAdjacentSecret(value, name) : isStatedSecret(value, name.kind),
  );
  if (found) return found;
  const afterAdverb = matchEnd(ADVERB, text, start);
  return afterAdverb === undefined ? undefined : valueAt(text, afterAdverb, (value) => isAdjacentSecret(value, name));
}

/** Words follow an article as well, as in "the password is the problem": without a colon, a value needs a digit or a sign. */
function findAfterArticle(text: string, { end, isFollowedByColon }: Article, name: SecretName): Value | undefined {
  if (isFollowedByColon) return secretAt(text, end, name, (value) => isAssignedSecret(value, name.kind));
  const digits = digitsInGroupsAt(text, end, name);
  if (digits) return digits;
  return valueAt(text, end, (value) => !isNumberedName(value) && isSecretAfterArticle(value, name));
}

/** "Mon mot de passe Netflix est le Soleil22": behind words that say of what, a value needs a digit or a sign as well. */
function findAfterOwner(text: string, name: SecretName): Value | undefined {
  const start = name.kind === 'weak' ? undefined : matchEnd(OWNER, text, name.end);
  if (start === undefined || hasOtherWord(text.slice(name.end, start))) return undefined;
  const article = articleAt(text, start);
  if (article) return findAfterArticle(text, article, name);
  if (name.kind === 'pin') return longCodeAt(text, start);
  return valueAt(text, start, (value) => isSecretAfterArticle(value, name));
}

/** Both values of a change. Passwords in more words and languages: find-changed-passwords.ts. */
function findChanged(text: string, name: SecretName): Value | undefined {
  const start = matchEnd(CHANGE_FROM, text, name.end);
  const found =
    start === undefined ? undefined : secretAt(text, start, name, (value) => isStatedSecret(value, name.kind));
  if (!found) return undefined;
  const both = { start: text.indexOf(' from ', name.end) + ' from '.length, end: found.end };
  const isAboutProducts = text
    .slice(both.start, both.end)
    .split(/ (?:in)?to /)
    .some(isNumberedName);
  return isAboutProducts ? undefined : both;
}

function findAdjacent(text: string, name: SecretName): Value | undefined {
  const parameter = matchEnd(PARAMETER, text, name.end);
  if (parameter !== undefined)
    return valueAt(
      text,
      parameter,
      (value) => isAdjacentSecret(value, name) || (name.word.includes('_') && isStatedSecret(value, name.kind)),
    );
  const start = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(name.word)
    ? matchEnd(SPACE, text, name.end)
    : matchEnd(UNSPACED_COPULA, text, name.end);
  if (start === undefined) return undefined;
  const groups = name.kind === 'pin' ? adjacentPinAt(text, start, name) : undefined;
  if (groups) return groups;
  const key = name.kind === 'secret' ? keyInGroupsAt(text, start) : undefined;
  if (key) return key;
  const isQuotation = /["'`]/.test(text.charAt(start));
  const purpose = name.kind === 'password' ? matchEnd(PURPOSE, text, name.end) : undefined;
  const afterPurpose =
    purpose === undefined ? undefined : valueAt(text, purpose, (value) => isAdjacentSecret(value, name));
  if (afterPurpose) return afterPurpose;
  return valueAt(
    text,
    start,
    (value) => isAdjacentSecret(value, name) || (isQuotation && isStatedSecret(value, name.kind)),
  );
}

/** A secret of one word, of several words, or after a user name: "user/password: bob / hunter2". */
function secretAt(
  text: string,
  start: number,
  name: SecretName,
  isSecret: (value: string) => boolean,
): Value | undefined {
  const passphrase = name.kind === 'password' && !PLURAL.test(name.word) ? passphraseAt(text, start) : undefined;
  if (passphrase) return passphrase;
  const key = name.kind === 'pin' ? undefined : keyInGroupsAt(text, start);
  if (key) return key;
  const groups = digitsInGroupsAt(text, start, name);
  if (groups) return groups;
  const second = NAME_BEFORE.test(text.slice(Math.max(0, name.start - 5), name.start))
    ? matchEnd(FIRST_OF_PAIR, text, start)
    : undefined;
  return valueAt(text, second ?? start, isSecret);
}

function findValueBefore(text: string, { kind, start, end }: SecretName, min: number): Value | undefined {
  if (kind === 'weak') return undefined;
  const next = /^ (\p{L}+)/u.exec(text.slice(end, end + 40))?.[1];
  if (next !== undefined && !isOtherWord(next)) return undefined; // "use LDAP as the password store"
  const before = text.slice(Math.max(min, start - MAX_LENGTH_BEFORE), start).split(/[ \n]/);
  if (before.pop() !== '') return undefined; // no space before the name
  const link = before.findLastIndex(
    (word, index) =>
      LINKS.has(word.toLowerCase()) || (PURPOSES.has(word.toLowerCase()) && VERB.test(before[index - 2] ?? '')),
  );
  if (link < 1 || before.length - link - 1 > MAX_WORDS_BETWEEN) return undefined;
  const [verb = '', word = ''] = [before[link - 2], before[link - 1]];
  const value = word.replace(/^["'`]|["'`]$/g, '');
  if (value.length < 3 || !isSecretBefore(value, kind, VERB.test(verb))) return undefined;
  const valueStart = start - 1 - before.slice(link).join(' ').length - 1 - word.length + word.lastIndexOf(value);
  return { start: valueStart, end: valueStart + value.length };
}

function isSecretBefore(value: string, kind: SecretName['kind'], isUsed: boolean): boolean {
  if (kind === 'pin') return /^(?:[a-z]-)?\d{4,8}$/i.test(value);
  return isUsed && kind === 'password' ? !isOtherWord(value) : isVaried(value, 5);
}
