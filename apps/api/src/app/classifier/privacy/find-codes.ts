import {
  CODE_CONTEXT,
  CODE_WORDS,
  COUNTED,
  ONE_TIME_WORDS,
  OTHER_CODES,
  OWN_CODES,
  OWNERS,
  PLACES,
  UNSPACED_CODES,
} from './code-words';
import { ADVERBS, ARTICLE, ARTICLES, IS, UNSPACED_IS } from './copulas';
import type { Finding } from './finding';
import { toPlain } from './secret-names';
import { matchEnd } from './secret-values';
import { DIGIT_GAP, type SpacedDigits, spacedDigitsEnd } from './spaced-digits';

const alternatives = (words: readonly string[]) =>
  [...new Set(words.map(toPlain))].sort((first, second) => second.length - first.length).join('|');

const NAME = new RegExp(
  String.raw`(?<![\p{L}\d_.-])(?:(?<own>(?:${alternatives(CODE_WORDS)}) (?:${alternatives(ONE_TIME_WORDS)})|${alternatives(OWN_CODES)})|${alternatives(CODE_WORDS)})(?![\p{L}\d_])|(?:${alternatives(UNSPACED_CODES)})`,
  'giu',
);
const COPULA = String.raw`(?: (?:${IS})(?!\p{L})(?: (?:${ADVERBS}))?(?: ${ARTICLE})?| ?(?:${UNSPACED_IS}))`;
const QUOTE = String.raw`[ \n]{1,3}["'*(\x60]{0,3}`;
/** The start of a code. A copula of one language is another word elsewhere: "van" is "is" in Hungarian, and "of" in Dutch. */
const BEFORE_DIGIT = String.raw`(?=(?:[a-z]-?)?\d)`;
/** "The code is", "Der Code lautet:". */
const STATED = new RegExp(String.raw`${COPULA} ?:?(?:${QUOTE})?${BEFORE_DIGIT}`, 'iuy');
/** "Code: ", "код — ". */
const SIGN = new RegExp(String.raw` ?(?:[:→]|-{1,3}(?= ))(?:${QUOTE}|(?=\d))`, 'uy');
/** "The code I got is", "Code aus der SMS:". */
const QUALIFIED = new RegExp(
  String.raw`(?:,? [\p{L}\d'-]{1,20}){1,6}?(?:${COPULA}|,? ?[:→]| -{1,3}(?= ))${QUOTE}${BEFORE_DIGIT}`,
  'iuy',
);
/** Also with the article of Hungarian, which has no "is": "a kódom a 4821". */
const SPACE = /(?:(?<=kodo[dkm]|kodja) az?)? ["'*(`]{0,3}/y;

/** Six digits, in groups or not. */
const SIX_DIGITS =
  /(?:\d{3}[ -]?\d{3}|\d{2}(?<gap>[ -])\d{2}\k<gap>\d{2}|[A-Z]-?\d{6})(?![\p{Script=Latin}\p{Script=Cyrillic}\d]|[.,:/-]\d)/iuy;
/** Four to eight digits, in groups or not. */
const DIGITS =
  /(?:\d{4}[ -]\d{4}|\d{3}[ -]\d{3}(?:[ -]\d{2,3})?|\d{2}(?<gap>[ -])\d{2}\k<gap>\d{2}|\d{4,8}|[A-Z]-?\d{4,8})(?![\p{Script=Latin}\p{Script=Cyrillic}\d]|[.,:/-]\d)/iuy;
/** "7 3 9 1 0 4", "7-3-9-1-0-4". */
const SIX_SPACED = String.raw`\d(?:${DIGIT_GAP}\d){5}(?!${DIGIT_GAP}?\d)`;
/** "482 913 is my code". */
const BEFORE_NAME = new RegExp(
  String.raw`(?<![\p{L}\d.,:/#-])(?<digits>\d{3}[ -]?\d{3}|(?<!\d )${SIX_SPACED})(?: (?:${IS})(?: (?:${ARTICLES}|${alternatives(OWNERS)}))? )(?:${alternatives(CODE_WORDS)})(?![\p{L}\d_-])`,
  'giu',
);
/** "4 8 2 1 is my PIN". */
const BEFORE_PIN = new RegExp(
  String.raw`(?<![\p{L}\d.,:/#-]|\d )(?<digits>\d(?:${DIGIT_GAP}\d){3,7})(?: (?:${IS})(?: (?:${ARTICLES}|${alternatives(OWNERS)}))? )(?:\p{L}{1,16} )?(?:pin|otp|tan|пин|пін)(?![\p{L}\d_])`,
  'giu',
);
/** "CVV123". */
const GLUED = /(?<![\p{L}\d])cv[vcn]2?(?<digits>\d{3,4})(?![\p{L}\d])/giu;
/** "The three digits on the back are 123". */
const ON_THE_BACK =
  /(?<!\p{L})(?:3|three|last three|drei|trois|tres|tre) (?:digits?|numbers?|ziffern?|zahlen|chiffres|digitos|cifras|cifre) (?:on the (?:back|reverse)|auf der ruckseite|au dos|al dorso|del reverso|no verso|sul retro)(?: (?:of|der|de|della|da) [^\n.:]{1,30}?)?(?: (?:is|are|sind|sont|son|sono)| ?[:=])[ \n](?<digits>\d{3}|\d(?:[ -]\d){2})(?![ -]?\d)/giu;

/** "Use 482913 to verify your account". */
const TO_USE = new RegExp(
  String.raw`(?<!\p{L})(?:use|enter|type) (?<digits>\d{4,8}|${SIX_SPACED}) (?:to|as|for) (?:\p{L}{1,12} ){0,3}?(?:verif|log|sign|confirm|authent|otp|code|2fa)`,
  'giu',
);
/** "My authenticator shows 482 913". */
const SHOWN = new RegExp(
  String.raw`(?<!\p{L})(?:authenticator|app|sms|token|securid)(?: app)? (?:shows?|says?|displays?|zeigt|sagt|affiche|muestra|mostra|показывает)(?: \p{L}{1,12}){0,2}?:? (?<digits>\d{3}[ -]?\d{3}|${SIX_SPACED})(?![ -]?\d)`,
  'giu',
);
/** "Verification: 482913". */
const VERIFICATION = new RegExp(
  String.raw`(?<!\p{L})(?:verification|verifizierung|verificacion|verifica|bestatigung|подтверждение) ?[:=] ?(?<digits>\d{6}|${SIX_SPACED})(?!\d)`,
  'giu',
);
/** "Google sent me G-482913". */
const OF_GOOGLE = /(?<!\p{L})google[^\n]{0,40}? (?<digits>G-\d{6})(?!\d)/giu;
/** "Karte …, Prüfnummer 737". */
const AFTER_CARD =
  /(?<=(?:kart|card|visa|amex|carte|tarjeta|carta)[^\n]{0,80})(?<!\p{L})(?:pruf(?:nummer|ziffern?)|check digits?) ?:? ?(?<digits>\d{3,4})(?!\d)/giu;

const MARKED = [GLUED, ON_THE_BACK, AFTER_CARD, TO_USE, SHOWN, VERIFICATION, OF_GOOGLE, BEFORE_PIN];

const OTHER = new RegExp(
  String.raw`(?<!\p{L})(?:${alternatives(OTHER_CODES)})|${alternatives(['code', 'kod', 'код'])}`,
  'iu',
);
const OTHER_STEM = new RegExp(String.raw`(?<!\p{L})(?:${alternatives(OTHER_CODES)})`, 'iu');
const OWNER = new RegExp(
  String.raw`(?<!\p{L})(?:${alternatives(OWNERS)})(?: (?:new|neue[rn]?|nouveau|nuevo|nuovo|новый))? $`,
  'iu',
);
const CONTEXT = new RegExp(String.raw`(?<!\p{L})(?:${alternatives(CODE_CONTEXT)})`, 'iu');
/** "Le code de la porte", "the code for our alarm". */
const OF_PLACE = new RegExp(String.raw`^(?: \p{L}{1,8}'?){0,3}[ '](?:${alternatives(PLACES)})(?!\p{L})`, 'iu');
const COUNTED_NEXT = new RegExp(String.raw`^ (?:${alternatives(COUNTED)})(?!\p{L})`, 'iu');
/** The word before a name: "error " in "error code". */
const WORD_BEFORE = /[^\s.,;:!?()]{0,40}[ /-]?$/u;
const NEAR = 40;
const CONTEXT_LENGTH = 80;

/** Finds codes that replace a password or a second factor, by a sentence: "Der Code lautet 482 913", "el código es 4829". */
export function findCodes(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const { index, 0: name, groups } of text.matchAll(NAME)) {
    const before = text.slice(Math.max(0, index - CONTEXT_LENGTH), index);
    if (OTHER.test(WORD_BEFORE.exec(before)?.[0] ?? '')) continue;
    const found = findCode(text, index + name.length, before, groups?.['own'] !== undefined);
    if (found) findings.push(found);
  }
  return [...findings, ...findBeforeName(text), ...MARKED.flatMap((pattern) => findMarked(text, pattern))].filter(
    ({ end }) => !COUNTED_NEXT.test(text.slice(end, end + NEAR)),
  );
}

function findCode(text: string, end: number, before: string, isOneWord: boolean): Finding | undefined {
  const isOwn = isOneWord || OWNER.test(before);
  const isOfPlace = OF_PLACE.test(text.slice(end, end + NEAR));
  const isSecond = isOwn || isOfPlace || CONTEXT.test(before) || CONTEXT.test(text.slice(end, end + CONTEXT_LENGTH));
  const isOther = OTHER_STEM.test(before.slice(-NEAR));
  const stated = matchEnd(STATED, text, end);
  const four: SpacedDigits = { minLength: 4, isMaybeList: !isOwn };
  const six: SpacedDigits = { minLength: 6, isMaybeList: !isOwn };
  if (stated !== undefined) return isSecond || !isOther ? codeAt(text, stated, DIGITS, four) : undefined;
  const assigned = matchEnd(SIGN, text, end);
  if (assigned !== undefined) {
    if (isOther && !isSecond) return undefined;
    return isSecond && !isOther ? codeAt(text, assigned, DIGITS, four) : codeAt(text, assigned, SIX_DIGITS, six);
  }
  if (!isSecond) return undefined;
  const adjacent = matchEnd(SPACE, text, end);
  const found =
    adjacent === undefined || isOther
      ? undefined
      : isOwn
        ? codeAt(text, adjacent, DIGITS, four)
        : codeAt(text, adjacent, SIX_DIGITS, six);
  if (found) return found;
  const qualified = matchEnd(QUALIFIED, text, end);
  if (qualified === undefined || OTHER_STEM.test(text.slice(end, qualified))) return undefined;
  return isOfPlace ? codeAt(text, qualified, DIGITS, four) : codeAt(text, qualified, SIX_DIGITS, six);
}

function codeAt(text: string, start: number, digits: RegExp, spaced: SpacedDigits): Finding | undefined {
  const end = matchEnd(digits, text, start) ?? spacedDigitsEnd(text, start, spaced);
  return end === undefined ? undefined : { start, end, placeholder: '[key]' };
}

/** Finds codes before their name, unless words for another kind of code follow: "4711 is the code of the error". */
function findBeforeName(text: string): Finding[] {
  return findMarked(text, BEFORE_NAME).filter(({ end }) => !OTHER_STEM.test(text.slice(end, end + NEAR)));
}

/** The digits of each match. */
function findMarked(text: string, pattern: RegExp): Finding[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: match, groups }): Finding => {
    const digits = groups?.['digits'] ?? '';
    const start = index + match.indexOf(digits);
    return { start, end: start + digits.length, placeholder: '[key]' };
  });
}
