import type { MessageVisibility, TicketStatus } from '@docket/domain';

/** A message to send. */
export interface NewMessage {
  readonly visibility: MessageVisibility;
  readonly body: string;
  /** New status of the ticket. */
  readonly status?: TicketStatus;
  /** Chosen by the client. Repeating a key sends nothing. */
  readonly clientKey?: string;
  /** Id of the newest event that the author has seen. */
  readonly seenEventId?: number;
  /** The draft of the language model on which the reply is based. */
  readonly draft?: {
    readonly id: string;
    /** Edit distance to the draft in words, as reported by the client. */
    readonly editDistance?: number;
  };
}
