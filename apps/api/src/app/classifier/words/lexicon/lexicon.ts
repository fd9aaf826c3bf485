import type { TicketCategory, TicketPriority } from '@docket/domain';

/**
 * Phrases by weight, separated by commas. A phrase is one to five words in lower case. A `*` at the end of a word stands for any
 * ending, so `refund*` also finds `refunds` and `refunded`. The weight says how strongly the phrase points to its value: 1 is a hint, 2
 * is usual, 3 is hardly ever said about anything else. A negative weight speaks against the value.
 * A weight of 0 only takes the words from shorter phrases: `no data loss` is not `data loss`.
 */
export type WeightedPhrases = Readonly<Record<number, string>>;

/**
 * Two groups of phrases that make a ticket critical together: who or what is affected, and what happened. "Nobody" and "error" are
 * ordinary words; "nobody … error" is an outage. Commas separate the phrases.
 */
export interface Impact {
  readonly of: string;
  readonly what: string;
  /** Maximum number of words between the two, in one sentence. By default, they may be as far apart as a long sentence is. */
  readonly within?: number;
  /** Whether `of` comes first: "nobody can …" is an outage, and "can nobody …?" is a question. */
  readonly inOrder?: boolean;
  /** Whether a `no` before `of` takes its meaning away: "no records are missing". */
  readonly affirmed?: boolean;
}

/** The words of one language. */
export interface Lexicon {
  readonly categories: Readonly<Record<TicketCategory, WeightedPhrases>>;
  /** `medium` has no words: it is the priority of a ticket that says nothing about its urgency. */
  readonly priorities: Readonly<Record<Exclude<TicketPriority, 'medium'>, WeightedPhrases>>;
  readonly impacts?: readonly Impact[];
}
