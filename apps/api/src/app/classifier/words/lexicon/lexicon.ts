import type { TicketCategory, TicketPriority } from '@docket/domain';

/**
 * Phrases by weight, separated by commas. A phrase is one to five words in lower case. A `*` at the end of a word stands for any
 * ending, so `refund*` also finds `refunds` and `refunded`. The weight says how strongly the phrase points to its value: 1 is a hint, 2
 * is usual, 3 is hardly ever used for another value. A negative weight points against the value. A weight of 0 only keeps the words from
 * matching shorter phrases: `no data loss` is not `data loss`.
 */
export type WeightedPhrases = Readonly<Record<number, string>>;

/**
 * Two groups of phrases that make a ticket critical together: `of`, the affected people or things, and `what`, the event. "Nobody" and
 * "error" are ordinary words; "nobody … error" is an outage. Commas separate the phrases.
 */
export interface Impact {
  readonly of: string;
  readonly what: string;
  /** Maximum number of words between the two, in one sentence. By default, that of a long sentence, also across sentences. */
  readonly within?: number;
  /** Whether `of` comes first: "nobody can …" is an outage, and "can nobody …?" is a question. */
  readonly inOrder?: boolean;
  /** Whether a `no` before `of` cancels it: "no records are missing". */
  readonly affirmed?: boolean;
}

/** The words of one language. */
export interface Lexicon {
  readonly categories: Readonly<Record<TicketCategory, WeightedPhrases>>;
  /** `medium` has no words: it is the priority of a ticket without words of urgency. */
  readonly priorities: Readonly<Record<Exclude<TicketPriority, 'medium'>, WeightedPhrases>>;
  readonly impacts?: readonly Impact[];
}
