import { PASSWORD_MIN_LENGTH } from '@docket/domain';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/**
 * Length of the start and of the end that zxcvbn checks, in UTF-16 code units: the time grows with its square. A strong start or end
 * makes the whole strong.
 */
const JUDGED_LENGTH = 32;
/** Ways to read the digits and signs of a part as letters. The time grows with them; zxcvbn's default of 100 takes most of it. */
const MAX_READINGS = 4;
/** zxcvbn's "safely unguessable": more than 10^8 guesses, which the limits of the sign-in stretch over centuries. */
const LOWEST_SCORE = 3;

/** Minimum number of letters and digits outside the words that an attacker knows about the person. */
const SHORTEST_REST = 8;

const EASY = 'is too easy to guess';
const COMMON = `${EASY}: many people use it, or one like it`;
const PERSONAL = `${EASY}: it is mostly your name, your email address, the address of this site or "docket"`;
const REPEATS = `${EASY}: it repeats itself`;
const NAMES = `${EASY}: it is mostly names`;

/** The warnings of zxcvbn, as phrases that follow the name of the field. */
const REASONS: Readonly<Record<string, string>> = {
  straightRow: `${EASY}: its keys are next to each other`,
  keyPattern: `${EASY}: its keys are next to each other`,
  simpleRepeat: REPEATS,
  extendedRepeat: REPEATS,
  sequences: `${EASY}: it is mostly a sequence, such as abc or 123`,
  recentYears: `${EASY}: it is mostly a date`,
  dates: `${EASY}: it is mostly a date`,
  topTen: COMMON,
  topHundred: COMMON,
  common: COMMON,
  similarToCommon: COMMON,
  wordByItself: `${EASY}: it is mostly one word`,
  namesByThemselves: NAMES,
  commonNames: NAMES,
  userInputs: PERSONAL,
};

/** The passphrase that everybody knows (xkcd 936), in its usual spellings. zxcvbn rates its four words as strong. */
const FAMOUS = ['', ' ', '-', '_', '.', ','].map((separator) =>
  ['correct', 'horse', 'battery', 'staple'].join(separator),
);

let loading: Promise<ZxcvbnFactory> | undefined;

/**
 * The reason that a password is too easy to guess; undefined if it is not. Finds common passwords, words, names, dates, patterns of keys
 * and repetitions, also with letters replaced or reversed.
 * @param personal texts that an attacker knows about the person and the site
 */
export async function passwordWeakness(password: string, personal: readonly string[]): Promise<string | undefined> {
  const words = wordsOf([...personal, 'docket']);
  if (consistsOf(password, words)) return PERSONAL;
  if (repeatsWord(password)) return REPEATS;
  const zxcvbn = await (loading ??= load());
  const { score, feedback } = zxcvbn.check(password.slice(0, JUDGED_LENGTH), words);
  if (score >= LOWEST_SCORE) return undefined;
  const isLonger = password.length > JUDGED_LENGTH;
  if (isLonger && zxcvbn.check(password.slice(-JUDGED_LENGTH), words).score >= LOWEST_SCORE) return undefined;
  return REASONS[feedback.warning ?? ''] ?? `${EASY}: use more words, or rarer ones`;
}

/** The texts and their words, in lower case, the longest first. */
function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).map((word) => word.toLowerCase());
  return words.filter((word) => word.length > 2).sort((one, other) => other.length - one.length);
}

/** Whether a password has fewer than {@link SHORTEST_REST} letters and digits besides the words. zxcvbn rates three of them as strong. */
function consistsOf(password: string, words: readonly string[]): boolean {
  const whole = password.toLowerCase();
  const rest = words.reduce((text, word) => text.replaceAll(word, ' '), whole);
  return rest !== whole && rest.replace(/[^\p{L}\p{N}]/gu, '').length < SHORTEST_REST;
}

/**
 * Whether a password repeats one word, in any script and with any separators: it is no stronger than the word, which is too short for a
 * password. zxcvbn knows few words of other languages, and does not skip separators.
 */
function repeatsWord(password: string): boolean {
  const letters = password.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  const period = `${letters}${letters}`.indexOf(letters, 1); // a text is found in its double where it repeats
  return period < letters.length && period < PASSWORD_MIN_LENGTH && 2 * letters.length >= password.length;
}

/** Loads the dictionaries when the first password is chosen: they take a few dozen megabytes. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  // Without translations, the feedback consists of keys.
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, 'passwords-famous': FAMOUS },
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: MAX_READINGS,
  });
}
