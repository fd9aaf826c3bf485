/** Choices that look random, and are the same in each run with the same seed. */
export class RandomChoices {
  private state: number;
  private readonly decks = new Map<string, boolean[]>();

  constructor(seed: number) {
    this.state = seed;
  }

  /** From 0 to below 1: the generator mulberry32, which is enough for a demonstration. */
  number(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  integer(below: number): number {
    return Math.floor(this.number() * below);
  }

  pick<T>(values: readonly [T, ...T[]]): T;
  pick<T>(values: readonly T[]): T | undefined;
  pick<T>(values: readonly T[]): T | undefined {
    return values[this.integer(values.length)];
  }

  happens(probability: number): boolean {
    return this.number() < probability;
  }

  /**
   * Deals from a shuffled deck of 20 cards, so that each 20 draws of a name contain exactly this share: measured shares are those that
   * were asked for, not nearly those.
   * @param share a multiple of 0.05
   */
  dealt(name: string, share: number): boolean {
    let deck = this.decks.get(name);
    if (!deck?.length) {
      deck = Array.from({ length: DECK }, (_, n) => n < Math.round(share * DECK));
      for (let n = DECK - 1; n > 0; n--) {
        const other = this.integer(n + 1);
        [deck[n], deck[other]] = [deck[other] as boolean, deck[n] as boolean];
      }
      this.decks.set(name, deck);
    }
    return deck.pop() as boolean;
  }
}

const DECK = 20;
