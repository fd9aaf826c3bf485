import { TICKET_CATEGORIES, type TicketCategory, type TicketPriority } from '@docket/domain';
import { withoutPlaceholders } from '../privacy/finding';
import type { ModelText } from '../privacy/model-text';
import { type Evidence, weighEvidence } from './evidence/weigh-evidence';
import { LEXICONS } from './lexicon';
import type { WeightedPhrases } from './lexicon/lexicon';
import { FirstWords, type FoundPhrase, type Phrase, PhraseIndex } from './phrase-index';
import { questionsIn } from './questions-in';
import { type Word, wordsOf } from './words-of';

/** A suggestion by the words of a text alone. Has a category, a priority or both. */
export interface WordsSuggestion {
  readonly category?: TicketCategory;
  readonly priority?: TicketPriority;
  /** The phrases of the text that suggest it, those with the highest weight first. */
  readonly because: readonly string[];
}

/** Maximum number of words that are read: a long ticket. */
const WORDS_MAX = 1000;
/** Minimum weight of a phrase that is quoted as a reason. */
const QUOTED_WEIGHT = 2;
/** Maximum number of phrases that a suggestion quotes. */
export const BECAUSE_MAX = 3;
/** Maximum length of each, in UTF-16 code units. */
export const BECAUSE_MAX_LENGTH = 60;

/**
 * Minimum score of the best category, and its minimum distance from and ratio to the second one. Lower values suggest for more tickets,
 * and more often wrongly (decision 30).
 */
const CATEGORY_MARGIN = { score: 3, distance: 2, ratio: 1.5 };
/** Minimum score of a priority: one phrase that is hardly ever used for another one. */
const PRIORITY_SCORE = 3;
/** Maximum number of words between the two phrases of an impact, unless the lexicon sets another: a long sentence. */
const IMPACT_WORDS = 14;
/** The weight of each of these two phrases. */
const IMPACT_WEIGHT = 2;
/** A word of these before an affected thing denies the effect: "no data was lost". */
const DENIALS: ReadonlySet<string> = new Set(['no', 'without', 'never']);
/**
 * Thresholds of the score of Evidence. Above `enough`, a text is critical without a phrase; up to `against`, it is not critical despite a
 * phrase. Both were chosen by leave-one-set-out cross-validation (decision 30).
 */
const EVIDENCE = { enough: 1, against: -3 };
/** The most urgent first. A ticket can be urgent and say "no rush" about something else. */
const PRIORITIES = ['critical', 'high', 'low'] as const;

interface Meaning<T> {
  readonly value: T;
  readonly weight: number;
}

const FIRST_WORDS = new FirstWords();
/** One index for each category, because a phrase may point to several. */
const CATEGORY_INDEXES = TICKET_CATEGORIES.map(
  (category) =>
    new PhraseIndex(
      LEXICONS.flatMap(({ categories }) => phrasesOf(category, categories[category])),
      FIRST_WORDS,
    ),
);
const PRIORITY_INDEX = new PhraseIndex(
  LEXICONS.flatMap(({ priorities }) => PRIORITIES.flatMap((priority) => phrasesOf(priority, priorities[priority]))),
  FIRST_WORDS,
);

const IMPACT_INDEXES = LEXICONS.flatMap(({ impacts = [] }) =>
  impacts.map((impact) => ({ ...impact, of: impactIndex(impact.of), what: impactIndex(impact.what) })),
);
type ImpactIndex = (typeof IMPACT_INDEXES)[number];

/**
 * Suggests by the lexicon; undefined if the score is too low. Deterministic, offline, and far below a millisecond.
 * @param fields the properties to suggest: only the priority if the trained model gave the category
 */
export function suggestByWords(text: ModelText, fields: 'both' | 'priority' = 'both'): WordsSuggestion | undefined {
  const words = wordsOf(withoutPlaceholders(text), WORDS_MAX);
  const firsts = FIRST_WORDS.of(words);
  const find: Find = (index) => index.find(words, firsts);
  const category = fields === 'both' ? categoryOf(find) : undefined;
  const priority = priorityOf(words, find, questionsIn(text, words));
  if (!category && !priority) return undefined;
  return {
    ...(category && { category: category.value }),
    ...(priority && { priority: priority.value }),
    because: quote(text, words, [...(category?.found ?? []), ...(priority?.found ?? [])]),
  };
}

/** A value with its phrases and their score. */
interface Choice<T> {
  readonly value: T;
  readonly score: number;
  readonly found: readonly FoundPhrase<Meaning<T>>[];
}

/** Finds the phrases of an index in the text. */
type Find = <T>(index: PhraseIndex<T>) => FoundPhrase<T>[];

function categoryOf(find: Find): Choice<TicketCategory> | undefined {
  const choices = CATEGORY_INDEXES.map((index, n) => choiceOf(TICKET_CATEGORIES[n] as TicketCategory, find(index)));
  const [best, second] = choices.sort((one, other) => other.score - one.score);
  if (!best || !second) return undefined;
  const { score, distance, ratio } = CATEGORY_MARGIN;
  const isClear = best.score - second.score >= distance && best.score >= second.score * ratio;
  return best.score >= score && isClear ? best : undefined;
}

type UrgentPriority = (typeof PRIORITIES)[number];

/** @param questions the sentences that only ask, in which no phrase counts as critical */
function priorityOf(
  words: readonly Word[],
  find: Find,
  questions: ReadonlySet<number>,
): Choice<UrgentPriority> | undefined {
  const isAsked = ({ start, meaning }: FoundPhrase<Meaning<UrgentPriority>>) =>
    meaning.value === 'critical' && meaning.weight > 0 && questions.has(words[start]?.sentence ?? -1);
  const found = [...find(PRIORITY_INDEX), ...impactsOf(words, find)].filter((each) => !isAsked(each));
  const [critical, ...others] = PRIORITIES.map((priority) => choiceOf(priority, found)).filter(
    ({ value, score }) => score >= PRIORITY_SCORE || value === 'critical',
  );
  const denied = deniedIn(found);
  const evidence = weighEvidence(words, (word, n) => !questions.has(word.sentence) && !denied.has(n));
  return (critical && withEvidence(critical, evidence)) ?? others[0];
}

/** The indexes of words in phrases of weight 0, such as "no data loss", which do not count as evidence. */
function deniedIn(found: readonly FoundPhrase<Meaning<unknown>>[]): ReadonlySet<number> {
  const denials = found.filter(({ meaning }) => meaning.weight === 0);
  return new Set(denials.flatMap(({ start, length }) => Array.from({ length }, (_, n) => start + n)));
}

/** Whether a text is critical by its phrases, which its other words must not contradict, or by all of its words. */
function withEvidence(
  phrases: Choice<UrgentPriority>,
  evidence: Evidence | undefined,
): Choice<UrgentPriority> | undefined {
  const byPhrases = phrases.score >= PRIORITY_SCORE;
  if (!evidence) return byPhrases ? phrases : undefined;
  if (byPhrases && evidence.score > EVIDENCE.against) return phrases;
  if (evidence.score <= EVIDENCE.enough) return undefined;
  const meaning = { value: phrases.value, weight: QUOTED_WEIGHT };
  return { ...phrases, found: evidence.strongest.map((each) => ({ ...each, text: each.feature, meaning })) };
}

/** The phrases of each impact: its first pair that is close enough together in the text. */
function impactsOf(words: readonly Word[], find: Find): FoundPhrase<Meaning<UrgentPriority>>[] {
  return IMPACT_INDEXES.flatMap((impact) => {
    const happened = find(impact.what);
    if (!happened.length) return [];
    for (const about of find(impact.of)) {
      if (impact.affirmed && DENIALS.has(words[about.start - 1]?.folded ?? '')) continue;
      const near = happened.find((what) => what.start !== about.start && isOnePlace(words, impact, about, what));
      if (near) return [about, near];
    }
    return [];
  });
}

function isOnePlace(
  words: readonly Word[],
  { within, inOrder = false }: ImpactIndex,
  about: FoundPhrase<unknown>,
  what: FoundPhrase<unknown>,
): boolean {
  if (inOrder && what.start < about.start + about.length) return false;
  if (within === undefined) return distance(about, what) <= IMPACT_WORDS;
  return distance(about, what) <= within && words[about.start]?.sentence === words[what.start]?.sentence;
}

/** The number of words between two phrases. */
function distance(one: FoundPhrase<unknown>, other: FoundPhrase<unknown>): number {
  return Math.max(other.start - (one.start + one.length), one.start - (other.start + other.length));
}

/** Adds up the weights of the phrases for a value. A repeated phrase counts once. */
function choiceOf<T>(value: T, found: readonly FoundPhrase<Meaning<T>>[]): Choice<T> {
  const all = found.filter(({ meaning }) => meaning.value === value);
  const own = all.filter((each, index) => all.findIndex(({ text }) => text === each.text) === index);
  return { value, found: own, score: own.reduce((sum, { meaning }) => sum + meaning.weight, 0) };
}

function impactIndex(phrases: string): PhraseIndex<Meaning<'critical'>> {
  return new PhraseIndex(phrasesOf('critical', { [IMPACT_WEIGHT]: phrases }), FIRST_WORDS);
}

function phrasesOf<T>(value: T, weighted: WeightedPhrases): Phrase<Meaning<T>>[] {
  return Object.entries(weighted).flatMap(([weight, phrases]) =>
    phrases.split(',').map((text) => ({ text: text.trim(), meaning: { value, weight: Number(weight) } })),
  );
}

/** Quotes the phrases with their weights. Phrases without a word between them are one quote: `is down for all users`. */
function quote(text: string, words: readonly Word[], found: readonly FoundPhrase<Meaning<unknown>>[]): string[] {
  const quotes: { first: number; last: number; weight: number }[] = [];
  for (const { start, length, meaning } of found.toSorted((one, other) => one.start - other.start)) {
    if (meaning.weight < QUOTED_WEIGHT) continue;
    const before = quotes.at(-1);
    const last = start + length - 1;
    if (before && start <= before.last + 1) {
      before.last = Math.max(before.last, last);
      before.weight += meaning.weight;
    } else {
      quotes.push({ first: start, last, weight: meaning.weight });
    }
  }
  const strongest = quotes.toSorted((one, other) => other.weight - one.weight);
  const texts = strongest.map(({ first, last }) =>
    text.slice(words[first]?.start, words[last]?.end).replace(/\s+/g, ' ').slice(0, BECAUSE_MAX_LENGTH).toWellFormed(),
  );
  return [...new Set(texts)].slice(0, BECAUSE_MAX);
}
