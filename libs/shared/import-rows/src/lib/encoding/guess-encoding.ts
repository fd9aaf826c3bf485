import { fitOf } from '#import-rows/columns/column-fit';
import { decoderFor } from '#import-rows/encoding/decoders';
import { IDEOGRAPHIC, LANGUAGES, WIDE_PUNCTUATION } from '#import-rows/encoding/languages';

/** UTF-8 with damaged characters, in any language. */
const DAMAGED = 'utf-8';

/** Candidate encodings, with the natural logarithm of their probability relative to the most usual ones. On a tie, the first wins. */
const CANDIDATES: Readonly<Record<string, number>> = {
  [DAMAGED]: 0,
  'windows-1252': 0,
  gb18030: 0,
  shift_jis: 0,
  big5: 0,
  'euc-kr': 0,
  'windows-1251': 0,
  'windows-1250': -0.5,
  'windows-1254': -0.5,
  'windows-1257': -1,
  'windows-1253': 0,
  'windows-1255': 0,
  'windows-1256': 0,
  'windows-874': 0,
  'euc-jp': -0.5,
  'iso-8859-2': -1.5,
  'iso-8859-15': -1,
  'koi8-r': -1,
  'koi8-u': -1.5,
  ibm866: -2,
  'iso-8859-5': -3,
  'windows-1258': -3,
  ibm850: -4,
  ibm852: -5,
  macintosh: -6,
};

/** Log probabilities of characters. They are estimates: the guesses of the tests hold for a wide range of values. */
const LOG = {
  /** A letter of another language, for example in a name. */
  foreignLetter: -9,
  rareSymbol: -9,
  typographic: -2.5,
  symbol: -4.5,
  apostrophe: -1.5,
  control: -14,
  invalid: -14,
  frequentIdeograph: -5,
  otherIdeograph: -10.5,
  wideKatakana: -7,
  upperCase: -1.5,
  /** An upper case letter after a lower case one. */
  brokenCase: -4,
  /** Letters of two scripts in one word. */
  brokenScript: -4,
  /** A symbol inside a word, or on the wrong side of a letter. */
  brokenWord: -5,
  /** A multi-byte character that the sample cuts off. */
  incomplete: -6,
  /** A known column name. */
  knownColumn: 4,
} as const;

const TYPOGRAPHIC = new Set('“”„‘‚–—…€°«»•\u00a0');
const SYMBOLS = new Set('§·©®™£¿¡ºª½²³µ×±№');
const NEVER_AFTER_LETTERS = new Set('„‚¿¡±¶');
const NEVER_BEFORE_LETTERS = new Set('®™±²³¹¶');
const WIDE = new Set(WIDE_PUNCTUATION);

/** Length of the start of a text that may contain column names, and their maximum number. */
const HEADER_LENGTH = 2000;
const MAX_COLUMNS = 40;

/** Kind of a character, as far as its neighbours matter. */
type Kind = 'lower' | 'upper' | 'caseless' | 'ideograph' | 'other';

interface Character {
  readonly kind: Kind;
  readonly isLatin: boolean;
  readonly isAscii: boolean;
}

/** Counts of the characters outside ASCII, and the log probability of their neighbours. */
interface Statistics {
  readonly counts: ReadonlyMap<string, number>;
  readonly neighbours: number;
}

/** The most likely encoding of a sample that is not valid UTF-8: the one in which it most resembles a language. */
export function guessEncoding(sample: Uint8Array): string {
  const scores = Object.entries(CANDIDATES).map(([encoding, prior]) => {
    const decoder = decoderFor(encoding);
    const text = decoder.decode(sample, { stream: true });
    const rest = decoder.decode() === '' ? 0 : LOG.incomplete; // the sample may end inside a character
    return { encoding, score: prior + rest + likelihood(encoding, text) };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).encoding;
}

function likelihood(encoding: string, text: string): number {
  const { counts, neighbours } = statisticsOf(text);
  const usesEncoding = ({ encodings }: { readonly encodings: readonly string[] }) =>
    encoding === DAMAGED || encodings.includes(encoding);
  const letters = LANGUAGES.filter(usesEncoding).map((language) =>
    sum(counts, (character) => letterLikelihood(character, LETTERS.get(language.letters))),
  );
  const ideographs = IDEOGRAPHIC.filter(usesEncoding).map(({ frequent, script }) =>
    sum(counts, (character) => ideographLikelihood(character, FREQUENT.get(frequent), script)),
  );
  return neighbours + Math.max(...letters, ...ideographs) + LOG.knownColumn * countKnownColumns(text);
}

/** Log probability of each letter of an alphabet. The probability of the n-th letter is proportional to 1 / (n + 1). */
const LETTERS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  LANGUAGES.map(({ letters }) => {
    const weights = Array.from(letters, (_letter, rank) => 1 / (rank + 2));
    const all = weights.reduce((total, weight) => total + weight, 0);
    return [letters, new Map(Array.from(letters, (letter, rank) => [letter, Math.log((weights[rank] ?? 0) / all)]))];
  }),
);

const FREQUENT: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  IDEOGRAPHIC.map(({ frequent }) => [frequent, new Set(frequent)]),
);

function letterLikelihood(character: string, letters: ReadonlyMap<string, number> | undefined): number {
  const known = letters?.get(character) ?? letters?.get(lowerCase(character));
  if (known !== undefined) return letters?.has(character) ? known : known + LOG.upperCase;
  return symbolLikelihood(character);
}

function ideographLikelihood(character: string, frequent: ReadonlySet<string> | undefined, script: RegExp): number {
  if (frequent?.has(character) || WIDE.has(character)) return LOG.frequentIdeograph;
  if (/[\uff61-\uff9f]/.test(character)) return LOG.wideKatakana;
  return script.test(character) ? LOG.otherIdeograph : symbolLikelihood(character) + LOG.typographic;
}

function symbolLikelihood(character: string): number {
  if (character === '’') return LOG.apostrophe;
  if (TYPOGRAPHIC.has(character)) return LOG.typographic;
  if (SYMBOLS.has(character)) return LOG.symbol;
  if (character === '\ufffd' || /\p{Co}/u.test(character)) return LOG.invalid;
  if (/\p{Cc}/u.test(character)) return LOG.control;
  return /[\p{L}\p{M}]/u.test(character) ? LOG.foreignLetter : LOG.rareSymbol;
}

function sum(counts: ReadonlyMap<string, number>, of: (character: string) => number): number {
  return Array.from(counts).reduce((total, [character, count]) => total + count * of(character), 0);
}

function statisticsOf(text: string): Statistics {
  const counts = new Map<string, number>();
  const known = new Map<string, Character>();
  let neighbours = 0;
  let lastSign = '';
  let [last, symbol, beforeSymbol]: (Character | undefined)[] = [];
  for (const sign of text) {
    const cached = known.get(sign);
    const character = cached ?? characterOf(sign);
    if (!cached) known.set(sign, character);
    if (!character.isAscii) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    if (last && !(last.isAscii && character.isAscii)) neighbours += pairLikelihood(last, character);
    if (NEVER_AFTER_LETTERS.has(sign) && last && isLetter(last)) neighbours += LOG.brokenWord;
    if (NEVER_BEFORE_LETTERS.has(lastSign) && isLetter(character)) neighbours += LOG.brokenWord;
    if (symbol && beforeSymbol && isLetter(beforeSymbol) && isLetter(character)) neighbours += LOG.brokenWord;
    const isSymbol = !character.isAscii && character.kind === 'other' && !'’‘·\u00a0'.includes(sign);
    [symbol, beforeSymbol] = isSymbol ? [character, last] : [];
    last = character;
    lastSign = sign;
  }
  return { counts, neighbours };
}

function pairLikelihood(last: Character, next: Character): number {
  if (!isLetter(last) || !isLetter(next)) return 0;
  if (last.isLatin !== next.isLatin) return LOG.brokenScript;
  return last.kind === 'lower' && next.kind === 'upper' ? LOG.brokenCase : 0;
}

/** Ideographs are not letters here: they may stand beside any letter. */
function isLetter({ kind }: Character): boolean {
  return kind === 'lower' || kind === 'upper' || kind === 'caseless';
}

function characterOf(sign: string): Character {
  const isAscii = sign < '\x80';
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sign))
    return { kind: 'ideograph', isLatin: false, isAscii };
  const kind = /\p{Lu}/u.test(sign)
    ? 'upper'
    : /\p{Ll}/u.test(sign)
      ? 'lower'
      : /[\p{L}\p{M}]/u.test(sign)
        ? 'caseless'
        : 'other';
  return { kind, isLatin: /[\p{Script=Latin}\p{Script=Inherited}]/u.test(sign), isAscii };
}

/** Lower case of a letter, as a single character: İ in lower case has two. */
function lowerCase(character: string): string {
  return character === 'İ' ? 'i' : character.toLowerCase();
}

/** Number of known column names at the start of a text that contain characters outside ASCII. */
function countKnownColumns(text: string): number {
  const names = text.slice(0, HEADER_LENGTH).split(/[\t,;|\r\n"]/);
  const foreign = new Set(
    names.map((name) => name.trim()).filter((name) => Array.from(name).some((sign) => sign >= '\x80')),
  );
  return [...foreign].slice(0, MAX_COLUMNS).filter((name) => fitOf(name)).length;
}
