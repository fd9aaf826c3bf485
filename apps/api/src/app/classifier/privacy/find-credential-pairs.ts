import type { Finding } from './finding';
import { OTHER_PARTS } from './secret-labels';
import { toPlain } from './secret-names';
import { isOtherWord, isVaried, matchEnd } from './secret-values';

const alternatives = (...lines: string[]) => toPlain(lines.join(' ')).replaceAll(' ', '|');
/** Names of credentials, in some languages. A space suffices before the user: "credentials bob hunter2". */
const CREDENTIALS = alternatives(
  'credentials? creds? u/pw? log-?in(?:-?daten)? logon zugangsdaten anmeldedaten inloggegevens identifiants credenciales credenciais',
  'credenziali poświadczenia учётка учетка',
);
/** Names of accounts and users. They need a sign before the user: "user: bob / hunter2". */
const ACCOUNTS = alternatives(
  'account acct user(?:name)? usr access benutzer(?:name)? zugang konto anmeldung usuario utilizador utilisateur accès acceso acesso',
  'utente логин доступ 账号 帳號 用户名',
);
const IS = alternatives('is are was were ist sind war lautet lauten est sont es son é são è sono');
/** What may stand between a name and the user: a sign, "is", and a line break. */
const STATED = String.raw`["'*_)]{0,4} ?(?:[:=]|-{1,2}>?(?= )|→|(?<= )(?:${IS})(?= ):?)["'*_ ]{0,4}\n?[ |]{0,4}`;
/** "Log in to the portal with", "signed in as". */
const SIGN_IN = String.raw`(?:log(?:ged|ging)?|sign(?:ed|ing)?|connect(?:ed|ing)?)(?:[ -]?(?:in|on|into|onto))?(?: [^\s.:;,]{1,40}){0,4}? (?:with|as|using) `;
const NAMES = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${SIGN_IN}|(?:${CREDENTIALS})(?<isSpaced>${STATED}| ?\(| {1,2}(?=[^ ]))|(?:${ACCOUNTS})${STATED})`,
  'giu',
);
/** A user, a separator and a password, each with or without quotation marks. */
const USER = /["'`(]{0,2}[^\s"'`/|:;,<>()]{1,254}["'`]?/y;
const SEPARATOR = / ?(?:[/|:;,→]|-{1,2}>|\((?:pw |pass )?) ?(?:pw |pass )?| - | (?:and|und|et|y) /y;
const SPACE = /[ \n]/y;
const PASSWORD = /["'`]?[^\s"'`<>|/]{3,256}(?![^\s"'`<>|])/y;
/** The start of a parameter: `user=bob;pwd=hunter2`. */
const PARAMETER = /^[a-z_]{1,20}[=:]/i;
/** A user and a password by their first letters: "U: bob P: hunter2", "un=bob, pw=hunter2". */
const INITIALS = /(?<![\p{L}\d])u(?:n|sr|id)?(?: ?[:=] ?| )[^\s:=]{1,64} ?[,;|/]? ?\n?p ?[:=] ?(?=\S{3})/giu;
/** A line of only a user and a password. */
const LINE = /(?<=^|\n) ?[\w.@+-]{2,254}(?: ?[/|] ?|:| - )(?=[^\n ]{3,256} ?(?:\n|$))/g;
const MENTIONS_SIGN_IN =
  /(?:log|sign)[ -]?(?:in|on)(?!\p{L})|passwor[dt]|kennwort|anmeld|einlogg|zugang|contraseña|mot de passe|senha|credential/iu;
const END_OF_PASSWORD = /[.,;:!?)\]}]{1,8}$/;
/** Products, errors and units with a number, such as Chrome142 and error403. */
const NUMBERED =
  /^(?:and(?:roid)?|build|chrome|code|e|edge|err(?:or)?|exchange|firefox|galaxy|http|https|ie|ios|ipad(?:os)?|iphone|java|linux|mac(?:os)?|node|oauth|office|opera|page|php|pixel|python|safari|saml|sha|step|tab|tls|ubuntu|v|version|vertrag|win(?:dows)?)[._-]?[a-z]?\d[\d._x-]*$/i;
/** What is not a user, if only a space stands before it. */
const NO_USERS = new Set(
  'and button data details dialog does error errors fails for from http https mask or screens server service site step to via view'.split(
    ' ',
  ),
);

/** Finds the password of a user name and a password in one line: `login: bob / hunter2`, `credentials bob hunter2`. */
export function findCredentialPairs(text: string): Finding[] {
  return [...findNamedPairs(text), ...findInitials(text), ...(MENTIONS_SIGN_IN.test(text) ? findPairLines(text) : [])];
}

function findNamedPairs(text: string): Finding[] {
  return Array.from(text.matchAll(NAMES)).flatMap(({ index, 0: name, groups }) => {
    const start = index + name.length;
    const userEnd = matchEnd(USER, text, start);
    if (userEnd === undefined || !isUser(text.slice(start, userEnd))) return [];
    const end = matchEnd(SEPARATOR, text, userEnd) ?? (groups?.['isSpaced'] && matchEnd(SPACE, text, userEnd));
    return typeof end === 'number' ? passwordAt(text, end) : [];
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

function passwordAt(text: string, start: number): Finding[] {
  const end = matchEnd(PASSWORD, text, start);
  if (end === undefined) return [];
  const quoted = text.slice(start, end);
  const password = quoted.replace(/^["'`]/, '').replace(END_OF_PASSWORD, '');
  if (!isVaried(password, 5) || NUMBERED.test(password) || PARAMETER.test(password)) return [];
  const at = start + quoted.indexOf(password);
  return [{ start: at, end: at + password.length, placeholder: '[key]' }];
}

function isUser(quoted: string): boolean {
  const user = quoted.replaceAll(/["'`(]/g, '').toLowerCase();
  return user !== '' && !isOtherWord(user) && !OTHER_PARTS.has(user) && !NO_USERS.has(user);
}
