import type { FallbackReason } from '@docket/domain';

/** A request for a summary or a drafted reply: what the ledger keeps of it. Never a text, never who asked. */
export interface WrittenText {
  readonly kind: 'summary' | 'draft';
  readonly ticketId: number;
  /** The team of the ticket at that time. */
  readonly teamId: number | null;
  /** Whether the model wrote something that stood the check of its quotes, or why there is nothing. `stopped`: nobody waits for it any more. */
  readonly outcome: 'written' | 'unverified' | 'stopped' | Exclude<FallbackReason, 'not_configured'>;
  /** Sentences that the model wrote, and those that stood the check; undefined without an answer. */
  readonly sentences?: number;
  readonly kept?: number;
  /** Words of the sentences that were offered (see `wordsOf` in `@docket/domain`); undefined if none was. */
  readonly words?: number;
  /** The configured name, which may be an alias. */
  readonly model: string;
  readonly modelVersion?: string;
  readonly promptVersion: number;
  /** Calls to the service; 0 if a policy rejected the first one. */
  readonly attempts: number;
  /** Time until the answer, in milliseconds. */
  readonly latencyMs: number;
  readonly promptTokens?: number;
  readonly outputTokens?: number;
  readonly thoughtTokens?: number;
  /** Millionths of the unit of the prices; undefined if unknown. */
  readonly costMicros?: number;
}

/** A reply that began as a draft. */
export interface SentDraft {
  readonly ticketId: number;
  /** What was sent. Only its words are counted. */
  readonly body: string;
  /** Words that were added, removed or replaced, as the client says; undefined if it does not. */
  readonly editDistance?: number;
}
