import { type ComparedWords, comparedWords } from './compared-words';

/** Maximum number of texts that are searched for letters, which takes up to a millisecond per word. */
const MAX_SEARCHED_TEXTS = 500;

/** Number of texts that are read before other requests run. */
const TEXTS_AT_ONCE = 100;

/** Document frequencies of words in a sample of tickets. */
export class WordCounts {
  private constructor(
    /** Number of sampled tickets. */
    private readonly tickets: number,
    /** The folded texts of some of them. */
    private readonly texts: readonly string[],
    /** Number of all tickets, possibly somewhat higher. */
    private readonly population: number,
    private readonly counts: ReadonlyMap<string, number>,
    /** Words of a sampled ticket that does not count. */
    private readonly uncounted: ReadonlySet<string> = new Set(),
  ) {}

  /**
   * Counts the words of texts. Lets other requests run in between, because the texts of a sample take tenths of a second.
   * @param population number of all tickets that the texts represent
   */
  static async of(texts: readonly string[], population: number): Promise<WordCounts> {
    const counts = new Map<string, number>();
    for (const [index, text] of texts.entries()) {
      if (index % TEXTS_AT_ONCE === TEXTS_AT_ONCE - 1) await new Promise(setImmediate);
      for (const word of comparedWords(text).keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    // A word of a single ticket counts like an unknown one. Most words are such words, so keeping them would use most of the memory.
    for (const [word, count] of counts) if (count === 1) counts.delete(word);
    const step = Math.ceil(texts.length / MAX_SEARCHED_TEXTS);
    const searched = texts.filter((_, index) => index % step === 0);
    return new WordCounts(texts.length, searched, population, counts);
  }

  /** The frequencies without a sampled ticket. It would make its own words more frequent than they are among the others. */
  without(words: ComparedWords): WordCounts {
    return new WordCounts(this.tickets - 1, this.texts, this.population, this.counts, new Set(words.keys()));
  }

  /** Whether at least two sampled tickets contain a word. */
  has(word: string): boolean {
    return this.countOf(word) > 1;
  }

  /** The inverse document frequency of a word: the logarithm of the inverse share of tickets that contain it. */
  weightOf(word: string): number {
    return Math.log(1 + this.tickets / this.countOf(word));
  }

  private countOf(word: string): number {
    return Math.max(1, (this.counts.get(word) ?? 1) - (this.uncounted.has(word) ? 1 : 0));
  }

  /**
   * Estimated number of index entries for a word among all tickets: those that contain all of its trigrams, in any place. PostgreSQL reads
   * them all before it rejects the others.
   */
  estimateFound(word: string): number {
    const trigrams = trigramsOf(word);
    let found = 0;
    for (const text of this.texts) if (trigrams.every((trigram) => text.includes(trigram))) found++;
    return found === 0 ? 0 : (found / this.texts.length) * this.population;
  }
}

function trigramsOf(word: string): readonly string[] {
  const letters = [...word];
  if (letters.length <= 3) return [word];
  return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''));
}
