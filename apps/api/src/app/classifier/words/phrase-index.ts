import { type Word, fold } from './words-of';

/** Maximum length of the part of a phrase before a `*`, which bounds the look-ups for one word. */
const BEGINNING_MAX_LENGTH = 24;

/** A phrase in the syntax of the lexicon, with its meaning. */
export interface Phrase<T> {
  readonly text: string;
  readonly meaning: T;
}

/** A phrase that a text contains. */
export interface FoundPhrase<T> extends Phrase<T> {
  /** The index of its first word in the text. */
  readonly start: number;
  /** Its number of words. */
  readonly length: number;
}

interface Entry<T> extends Phrase<T> {
  readonly words: readonly string[];
}

/**
 * The first words of the phrases of several indexes. Most words of a text do not begin a phrase, and looking up their prefixes takes
 * most of the time, so it is done once for all indexes.
 */
export class FirstWords {
  private readonly words = new Set<string>();
  private shortestBeginning = BEGINNING_MAX_LENGTH;

  add(first: string): void {
    this.words.add(first);
    if (first.endsWith('*')) this.shortestBeginning = Math.min(this.shortestBeginning, first.length - 1);
  }

  /** For each word of a text, the first words of phrases that it may be: itself, and its beginnings. */
  of(words: readonly Word[]): readonly (readonly string[])[] {
    return words.map(({ folded }) => [...this.matching(folded)]);
  }

  private *matching(word: string): Generator<string> {
    if (this.words.has(word)) yield word;
    const longest = Math.min(word.length, BEGINNING_MAX_LENGTH);
    for (let length = longest; length >= this.shortestBeginning; length--) {
      const beginning = `${word.slice(0, length)}*`;
      if (this.words.has(beginning)) yield beginning;
    }
  }
}

/** Finds phrases in the words of a text. The time grows with the words, hardly with the number of phrases. */
export class PhraseIndex<T> {
  /** The phrases by their first word, longest first. */
  private readonly entries = new Map<string, Entry<T>[]>();

  constructor(
    phrases: readonly Phrase<T>[],
    private readonly firstWords: FirstWords,
  ) {
    for (const phrase of phrases) this.add(phrase);
    for (const entries of this.entries.values()) entries.sort((one, other) => other.words.length - one.words.length);
  }

  private add(phrase: Phrase<T>): void {
    const words = phrase.text.split(' ').map(fold);
    const first = words[0] ?? '';
    this.firstWords.add(first);
    this.entries.set(first, [...(this.entries.get(first) ?? []), { ...phrase, words }]);
  }

  /**
   * The phrases in the order of the text, none within another: `not urgent` is not also `urgent`.
   * @param firsts {@link FirstWords.of} the words
   */
  find(words: readonly Word[], firsts: readonly (readonly string[])[]): FoundPhrase<T>[] {
    const found: FoundPhrase<T>[] = [];
    let end = 0;
    for (let start = 0; start < words.length; start++) {
      const longest = this.longestAt(words, start, firsts[start] ?? []);
      if (!longest || start + longest.words.length <= end) continue;
      end = start + longest.words.length;
      found.push({ ...longest, start, length: longest.words.length });
    }
    return found;
  }

  private longestAt(words: readonly Word[], start: number, firsts: readonly string[]): Entry<T> | undefined {
    let longest: Entry<T> | undefined;
    for (const first of firsts) {
      const entry = this.entries.get(first)?.find((each) => isAt(each, words, start));
      if (entry && entry.words.length > (longest?.words.length ?? 0)) longest = entry;
    }
    return longest;
  }
}

function isAt({ words: wanted }: Entry<unknown>, words: readonly Word[], start: number): boolean {
  return wanted.every((part, index) => {
    const word = words[start + index]?.folded;
    return part.endsWith('*') ? word?.startsWith(part.slice(0, -1)) : word === part;
  });
}
