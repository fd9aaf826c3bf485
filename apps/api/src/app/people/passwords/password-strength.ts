import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Maximum length that is judged, in UTF-16 code units: the time grows with its square. A strong start makes the whole strong. */
const JUDGED_LENGTH = 64;
/** zxcvbn's "safely unguessable": more than 10^8 guesses, which the limits of the sign-in stretch over centuries. */
const LOWEST_SCORE = 3;

/** Letters and digits that a password has at least, apart from what an attacker knows about the person. */
const SHORTEST_REST = 8;

const EASY = 'is too easy to guess';
const COMMON = `${EASY}: many people use it, or one like it`;
const PERSONAL = `${EASY}: it is mostly your name, your email address or "docket"`;
const NAMES = `${EASY}: it is mostly names`;

/** What zxcvbn found, in words that follow the name of the field. */
const REASONS: Readonly<Record<string, string>> = {
  straightRow: `${EASY}: its keys are next to each other`,
  keyPattern: `${EASY}: its keys are next to each other`,
  simpleRepeat: `${EASY}: it repeats itself`,
  extendedRepeat: `${EASY}: it repeats itself`,
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

let loading: Promise<ZxcvbnFactory> | undefined;

/**
 * Why a password is too easy to guess; undefined if it is not. Finds common passwords, words, names, dates, patterns of keys and
 * repetitions, also with letters replaced or reversed.
 * @param personal texts that an attacker knows about the person
 */
export async function passwordWeakness(password: string, personal: readonly string[]): Promise<string | undefined> {
  const words = wordsOf([...personal, 'docket']);
  if (consistsOf(password, words)) return PERSONAL;
  const zxcvbn = await (loading ??= load());
  const { score, feedback } = zxcvbn.check(password.slice(0, JUDGED_LENGTH), words);
  if (score >= LOWEST_SCORE) return undefined;
  return REASONS[feedback.warning ?? ''] ?? `${EASY}: use more words, or rarer ones`;
}

/** The texts and their words, in lower case, the longest first. */
function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).map((word) => word.toLowerCase());
  return words.filter((word) => word.length > 2).sort((one, other) => other.length - one.length);
}

/** Whether little is left of a password without the words. zxcvbn takes three of them for strong. */
function consistsOf(password: string, words: readonly string[]): boolean {
  const whole = password.toLowerCase();
  const rest = words.reduce((text, word) => text.replaceAll(word, ' '), whole);
  return rest !== whole && rest.replace(/[^\p{L}\p{N}]/gu, '').length < SHORTEST_REST;
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
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
}
