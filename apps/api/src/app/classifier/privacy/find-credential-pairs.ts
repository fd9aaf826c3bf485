import type { Finding } from './finding';
import { OTHER_PARTS } from './secret-labels';
import { ACCOUNTS, DETAILS, LOGINS, PURPOSES } from './credential-names';
import { isCommonPassword } from './find-bare-passwords';
import { toPlain } from './secret-names';
import { isOtherWord, isVaried, matchEnd } from './secret-values';
import { isTechnical } from './technical-values';

const IS = toPlain(
  'is are was were ist sind war waren lautet lauten est sont es son é são è sono to sa są zijn är er',
).replaceAll(' ', '|');
/** The text between a name and the user: a sign or "is", and a line break. */
const STATED = String.raw`["'*_)]{0,4} ?(?:[:=]|-{1,2}>?(?= )|→|(?<= )(?:${IS})(?= ):?)["'*_ ]{0,4}\n?[ |]{0,4}`;
/** "Log in to the portal with", "signed in as". */
const SIGN_IN = String.raw`(?:log(?:ged|ging)?|sign(?:ed|ing)?|connect(?:ed|ing)?)(?:[ -]?(?:in|on|into|onto))?(?: [^\s.:;,]{1,40}){0,4}? (?:with|as|using) |(?:anmeldung|anmelden|einloggen|login|connexion|inloggen) (?:mit|met|med|avec|als|als user) `;
const PURPOSE = String.raw`(?: (?:${PURPOSES})(?: [^\s:=/|,;.?!]{1,40}){1,4}?)?`;
const NAMES = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])(?:${SIGN_IN}|(?<isPlural>${DETAILS})${PURPOSE}(?<isStated>${STATED})|` +
    String.raw`(?:${DETAILS}|${LOGINS})(?<isSpaced>${STATED}| ?\(| {1,2}(?=[^ ]))|(?:${ACCOUNTS}|${LOGINS})${PURPOSE}${STATED}|(?:${ACCOUNTS}) (?=\p{L}[\w.@-]{1,63} ?[:/] ?[^\s:/]{5}))`,
  'giu',
);
/** A user, a separator and a password, each with or without quotation marks. */
const USER = /["'`(]{0,2}[^\s"'`/|:;,<>()]{1,254}["'`]?/y;
const SEPARATOR = / ?(?:[/|:;,→]{1,2}|-{1,2}>|\((?:pw |pass )?) ?(?:pw |pass )?| - | (?:and|und|et|y) /y;
const SPACE = /[ \n]/y;
const PASSWORD = /["'`]?[^\s"'`<>|/]{3,256}(?![^\s"'`<>|])/y;
/** The start of a parameter: `user=bob;pwd=hunter2`. */
const PARAMETER = /^[a-z_]{1,20}[=:]/i;
/** A user and a password by their first letters: "U: bob P: hunter2", "un=bob, pw=hunter2". */
const INITIALS = /(?<![\p{L}\d])u(?:n|sr|id)?(?: ?[:=] ?| )[^\s:=]{1,64} ?[,;|/]? ?\n?p ?[:=] ?(?=\S{3})/giu;
/** A line of only a user and a password. */
const LINE = /(?<=^|\n) ?[\w.@+-]{2,254}(?: ?[/|] ?|:| - )(?=[^\n ]{3,256} ?(?:\n|$))/g;
/** A user, a slash and a password in a sentence. */
const INLINE =
  /(?<![^\s"'`(>])["'`]?(?<user>\p{L}[\w.@+-]{1,63}(?= )|\p{L}[\w@+-]{1,63})["'`]? ?[/|] ?(?=["'`]?[^\s/|"'`]{4,64}["'`]?(?:[\s.,;:!?)]|$))/gu;
/** A user and a password before their name. */
const PAIR_BEFORE = new RegExp(
  String.raw`(?<pair>(?<![^\s"'\x60(])["'\x60]?\p{L}[\w.@+-]{1,63}["'\x60]?(?: ?[/|:,] ?| and | und ))["'\x60]?[^\s/|"'\x60,]{4,64}["'\x60)]{0,2} (?:${IS})(?: (?:the|my|our|die|meine|unsere|mes|les|mis|le mie|as))?(?: [a-z]{1,12})? (?:${DETAILS}|${LOGINS})`,
  'giu',
);
/** Users whose password is often the same. */
const DEFAULT_USER = /^(?:admin|administrator|root|guest|test|user|demo|postgres|oracle|cisco|ubnt|pi|sa|tomcat)$/i;
/** Users of servers and devices. A slash and a password may follow them without other words about signing in. */
const SERVER_USER = /^(?:admin|administrator|root|postgres|oracle|sa|ubnt|tomcat)$/i;
const [BEFORE_PAIR, AFTER_PAIR] = [60, 80];
const MENTIONS_SIGN_IN =
  /(?:log|sign)(?:g?ed|g?ing)?[ -]?(?:in|on)(?!\p{L})|passwor[dt]|kennwort|anmeld|einlogg|zugang|contrasena|mot de passe|senha|credential|melde mich|logge mich|inlog|logga|conne(?:cte|xion)|conect[oa]|inicio sesion|acced[oe]|accesso|logu[jn]|zalog|haslo|вход|войти|войд|захо[дж]|логин|парол|wlan|wi-?fi|ログイン/iu;
const END_OF_PASSWORD = /[.,;:!?)\]}]{1,8}$/;
/** Products, errors and units with a number, such as Chrome142 and error403. */
const NUMBERED =
  /^(?:and(?:roid)?|build|ch(?:g|rome)|code|d(?:ept|esktop)|e|edge|floor|host|inc|laptop|login|node|pc|port|prb|r(?:eq|itm|oom|aum)|s(?:erver|rv)|team|ticket|err(?:or)?|exchange|firefox|galaxy|http|https|ie|ios|ipad(?:os)?|iphone|java|linux|mac(?:os)?|oauth|office|opera|page|php|pixel|python|safari|saml|sha|step|tab|tls|ubuntu|v|version|vertrag|win(?:dows)?)[._-]?[a-z]?\d[\d._x-]*$/i;
/** Words that are not a user after a space alone. */
const NO_USERS = new Set(
  'and button data delete details dialog does error errors fails for from get http https mask or patch post put screens server service site step to via view'.split(
    ' ',
  ),
);

/** Whether a word is the name of a product, an error or a unit with its number. */
export const isNumberedName = (word: string) => NUMBERED.test(word);

/** Finds the password of a user name and a password in one line: `login: bob / hunter2`, `credentials bob hunter2`. */
export function findCredentialPairs(text: string): Finding[] {
  return [...findNamedPairs(text), ...findPairsBefore(text), ...findInitials(text), ...findUnnamedPairs(text)];
}

function findUnnamedPairs(text: string): Finding[] {
  return [...(MENTIONS_SIGN_IN.test(text) ? findPairLines(text) : []), ...findInlinePairs(text)];
}

function findNamedPairs(text: string): Finding[] {
  return Array.from(text.matchAll(NAMES)).flatMap(({ index, 0: name, groups }) => {
    const start = index + name.length;
    const userEnd = matchEnd(USER, text, start);
    if (userEnd === undefined || !isUser(text.slice(start, userEnd))) return [];
    const separated = matchEnd(SEPARATOR, text, userEnd);
    const end = separated ?? ((groups?.['isSpaced'] ?? groups?.['isStated']) && matchEnd(SPACE, text, userEnd));
    return typeof end === 'number'
      ? passwordAt(text, end, Boolean(groups?.['isStated']) && separated !== undefined)
      : [];
  });
}

function findInitials(text: string): Finding[] {
  return Array.from(text.matchAll(INITIALS)).flatMap(({ index, 0: names }) => passwordAt(text, index + names.length));
}

/** Lines such as "bob / hunter2" in a text about signing in. */
function findPairLines(text: string): Finding[] {
  return Array.from(text.matchAll(LINE)).flatMap(({ index, 0: user }) => {
    const found = passwordAt(text, index + user.length);
    return found.filter(({ end }) => /^[.,;:!?)\]} ]{0,8}(?:\n|$)/.test(text.slice(end, end + 9)));
  });
}

/** Pairs in a sentence: "I tried bob / hunter2, but the login fails", "root / zaq12wsx on the server". */
function findInlinePairs(text: string): Finding[] {
  return Array.from(text.matchAll(INLINE)).flatMap(({ index, 0: match, groups }) => {
    const around = text.slice(Math.max(0, index - BEFORE_PAIR), index + match.length + AFTER_PAIR);
    const user = groups?.['user'] ?? '';
    if (!SERVER_USER.test(user) && (!isUser(user) || isNumberedName(user) || !MENTIONS_SIGN_IN.test(around))) return [];
    return passwordAt(text, index + match.length, false, DEFAULT_USER.test(user) ? user : undefined);
  });
}

/** "bob, hunter2 are my credentials". */
function findPairsBefore(text: string): Finding[] {
  return Array.from(text.matchAll(PAIR_BEFORE)).flatMap(({ index, groups }) =>
    passwordAt(text, index + (groups?.['pair'] ?? '').length),
  );
}

/**
 * @param isCertain whether a word of letters counts as a password: "credentials: bob / swordfish"
 * @param user a user whose password may be the same
 */
function passwordAt(text: string, start: number, isCertain = false, user?: string): Finding[] {
  const end = matchEnd(PASSWORD, text, start);
  if (end === undefined) return [];
  const quoted = text.slice(start, end);
  const password = quoted.replace(/^["'`]/, '').replace(END_OF_PASSWORD, '');
  const isLast = /^["'`)\].! ]{0,4}(?:\n|$)/.test(text.slice(start + quoted.length, start + quoted.length + 6));
  const isWord = isCertain && isLast && /^\p{L}{4,64}$/u.test(password) && !isOtherWord(password);
  const isKnown = isCommonPassword(password) || password === user;
  if (!isVaried(password, 5) && !isKnown && !isWord) return [];
  if (isNumberedName(password) || isTechnical(password) || PARAMETER.test(password)) return [];
  const at = start + quoted.indexOf(password);
  return [{ start: at, end: at + password.length, placeholder: '[key]' }];
}

function isUser(quoted: string): boolean {
  const user = quoted.replaceAll(/["'`(]/g, '').toLowerCase();
  return user !== '' && !isOtherWord(user) && !OTHER_PARTS.has(user) && !NO_USERS.has(user);
}
