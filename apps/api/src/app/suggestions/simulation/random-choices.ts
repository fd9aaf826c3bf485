import { seededRandom, shuffled } from '../../platform/statistics/seeded-random';

/** Choices that look random, and are the same in each run with the same seed. */
export class RandomChoices {
  /** From 0 to below 1. */
  readonly number: () => number;
  private readonly decks = new Map<string, boolean[]>();

  constructor(seed: number) {
    this.number = seededRandom(seed);
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
      deck = shuffled(
        Array.from({ length: DECK }, (_, n) => n < Math.round(share * DECK)),
        this.number,
      );
      this.decks.set(name, deck);
    }
    return deck.pop() as boolean;
  }
}

const DECK = 20;
