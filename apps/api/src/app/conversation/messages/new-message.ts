import type { MessageVisibility, TicketStatus } from '@docket/domain';

/** A message to send. */
export interface NewMessage {
  readonly visibility: MessageVisibility;
  readonly body: string;
  /** The status that the ticket gets with the message. */
  readonly status?: TicketStatus;
  /** Chosen by the client: the same key again sends nothing. */
  readonly clientKey?: string;
  /** The newest event that the author has seen. */
  readonly seenEventId?: number;
  /** The draft of the language model that the reply began as. */
  readonly draft?: {
    readonly id: string;
    /** Words that differ, as the client says. */
    readonly editDistance?: number;
  };
}
