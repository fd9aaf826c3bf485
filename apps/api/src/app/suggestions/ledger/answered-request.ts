import type { FallbackReason, TicketCategory, TicketPriority } from '@docket/domain';

/** How a request for a suggestion ended: what the ledger keeps of it. Never its text, never who asked. */
export interface AnsweredRequest {
  /** Who asked: a form that can hide the suggestion from its person, or a program. */
  readonly surface: 'form' | 'api';
  /** Whether the person chooses without seeing the suggestion. */
  readonly isBlind: boolean;
  /** Whether the language model answered, or why not. */
  readonly outcome: 'answered' | FallbackReason;
  /** The language model; undefined if none is configured. */
  readonly model?: ModelAnswer;
  /** What the API suggested by itself, beside the model or in its place. */
  readonly local?: LocalAnswer;
  /** Length of the text, in UTF-16 code units. */
  readonly characters: number;
  /** Time until the answer, in milliseconds. */
  readonly latencyMs: number;
}

interface ModelAnswer {
  /** The configured name, which may be an alias. */
  readonly name: string;
  readonly version?: string;
  readonly promptVersion: number;
  readonly category?: TicketCategory;
  readonly priority?: TicketPriority;
  /** Whether an earlier call for the same text gave the answer. */
  readonly isCached: boolean;
  /** Calls to the service; undefined if unknown, because the answer came too late. */
  readonly attempts?: number;
  readonly promptTokens?: number;
  readonly outputTokens?: number;
  readonly thoughtTokens?: number;
  /** Millionths of the unit of the prices; undefined if unknown. */
  readonly costMicros?: number;
}

interface LocalAnswer {
  readonly model: 'words' | 'learned';
  /** The training that the model comes from. */
  readonly version?: number;
  readonly category?: TicketCategory;
  readonly priority?: TicketPriority;
  /** From 0 to 1. Words have none. */
  readonly confidence?: number;
}
