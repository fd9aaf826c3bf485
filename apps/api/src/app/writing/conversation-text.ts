import { setImmediate } from 'node:timers/promises';
import { Injectable, NotFoundException } from '@nestjs/common';
import { MODEL_TEXT_MAX_LENGTH, type ModelText, toModelText } from '../classifier';
import { Settings } from '../platform/config/settings';
import { Transactions } from '../platform/database/transactions';

/** A part of a conversation as the model gets it: the ticket as filed, or a message. */
export interface ConversationPart {
  /** Null for the ticket itself. */
  readonly messageId: number | null;
  readonly from: 'requester' | 'staff' | 'note';
  /** Masked, and truncated like the texts of the classifier. */
  readonly text: ModelText;
}

/** The conversation of a ticket as the model gets it. */
export interface ConversationOfTicket {
  /** The ticket and its newest messages, oldest first. */
  readonly parts: readonly ConversationPart[];
  readonly teamId: number | null;
}

/** Maximum length of all messages together, in UTF-16 code units: about 6,000 tokens. Older messages are dropped first. */
export const CONVERSATION_MAX_LENGTH = 24_000;
/** Maximum number of messages that are read, newest first. */
export const MESSAGES_MAX = 40;
/** Maximum length that is read of a text, in characters: as much as is masked. */
const READ_MAX_LENGTH = 2 * MODEL_TEXT_MAX_LENGTH;

const SELECT_TICKET = `
  SELECT title, left(description, ${READ_MAX_LENGTH}) AS description, team_id FROM tickets WHERE id = $1`;

const SELECT_MESSAGES = `
  SELECT id::float8 AS id, visibility, author_kind, left(body, ${READ_MAX_LENGTH}) AS body FROM messages
  WHERE ticket_id = $1 AND (visibility = 'public' OR $2) ORDER BY messages.id DESC LIMIT ${MESSAGES_MAX}`;

interface TicketText {
  readonly title: string;
  readonly description: string;
  readonly team_id: number | null;
}

interface MessageText {
  readonly id: number;
  readonly visibility: 'public' | 'internal';
  readonly author_kind: string;
  readonly body: string;
}

/** Reads conversations for the model. The result is masked, because it may leave this process. */
@Injectable()
export class ConversationText {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: Settings,
  ) {}

  /**
   * The conversation of a ticket.
   * @param withNotes whether to include notes for the team
   * @throws NotFoundException if the ticket does not exist
   */
  async of(ticketId: number, { withNotes }: { readonly withNotes: boolean }): Promise<ConversationOfTicket> {
    const [ticket] = await this.query<TicketText>(SELECT_TICKET, [ticketId]);
    if (!ticket) throw new NotFoundException(`Ticket ${ticketId} does not exist`);
    const newestFirst = await this.query<MessageText>(SELECT_MESSAGES, [ticketId, withNotes]);
    const parts: ConversationPart[] = [];
    let length = 0;
    for (const message of newestFirst) {
      const text = toModelText({ description: message.body }, this.settings.phoneCountries);
      length += text.length;
      if (length > CONVERSATION_MAX_LENGTH) break;
      parts.unshift({ messageId: message.id, from: authorOf(message), text });
      await setImmediate(); // masking a long text takes milliseconds, so other requests run in between
    }
    const text = toModelText(ticket, this.settings.phoneCountries);
    return { parts: [{ messageId: null, from: 'requester', text }, ...parts], teamId: ticket.team_id };
  }

  private query<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return this.transactions.statement((manager) => manager.query<T[]>(sql, parameters));
  }
}

function authorOf({ visibility, author_kind: kind }: MessageText): ConversationPart['from'] {
  if (visibility === 'internal') return 'note';
  return kind === 'requester' ? 'requester' : 'staff';
}
