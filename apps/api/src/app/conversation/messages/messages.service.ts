import { HttpStatus, Injectable, Logger, NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actorSetting, asActor, eventActor } from '../../history';
import type { Actor } from '../../platform/context/actor';
import { currentContext } from '../../platform/context/work-context';
import { ChangeBell } from '../../platform/database/bell/change-bell';
import { Transactions } from '../../platform/database/transactions';
import { ProblemException } from '../../platform/problems/problem.exception';
import { TextLedger } from '../../suggestions';
import { TicketsService, type TicketRow } from '../../tickets';
import { Drafts } from '../drafts/drafts';
import { CLIENT_KEY_USED } from '../problem-kinds';
import { Timeline, type TimelineRow } from '../timeline/timeline';
import type { NewMessage } from './new-message';
import { NewerActivityException } from './newer-activity.exception';

/** A message that was sent. */
export interface SentMessage {
  readonly entry: TimelineRow;
  readonly ticket: TicketRow;
  /** Whether an earlier request with the same client key sent it. */
  readonly isRepeated: boolean;
}

/** Maximum number of newer replies in a conflict response. */
const NEWER_REPLIES_MAX = 20;

const INSERT = `
  INSERT INTO messages (ticket_id, visibility, body, client_key, author_kind, author_id)
  SELECT $1::integer, $2, $3, $4, $5, $6::integer WHERE ${asActor('$7')}
  RETURNING id::float8 AS id`;

/** Sends messages of tickets. */
@Injectable()
export class MessagesService {
  private readonly logger = new Logger('Messages');

  constructor(
    private readonly transactions: Transactions,
    private readonly tickets: TicketsService,
    private readonly timeline: Timeline,
    private readonly drafts: Drafts,
    private readonly bell: ChangeBell,
    private readonly texts: TextLedger,
  ) {}

  /**
   * Adds a message, changes the status and deletes the author's draft, all or nothing. Locks the ticket, so that of two concurrent messages
   * the second author's check sees the first message.
   * @throws NotFoundException if the ticket does not exist
   * @throws NewerActivityException if the author of a public message has not seen a newer public message, or if the message would
   * overwrite a status that somebody else has set since
   * @throws ProblemException if another author has used the client key
   */
  async send(actor: Actor, ticketId: number, message: NewMessage): Promise<SentMessage> {
    const sent = await this.store(actor, ticketId, message);
    const { visibility, body, draft } = message;
    if (draft && visibility === 'public' && !sent.isRepeated) {
      this.transactions.afterCommit(() => this.texts.markSent(draft.id, { ...draft, ticketId, body }));
    }
    return sent;
  }

  private store(actor: Actor, ticketId: number, message: NewMessage): Promise<SentMessage> {
    return this.transactions.run(async (manager) => {
      const locked = await manager.query<unknown[]>('SELECT FROM tickets WHERE id = $1 FOR NO KEY UPDATE', [ticketId]);
      if (!locked.length) throw new NotFoundException(`Ticket ${ticketId} does not exist`);
      const earlier = await this.findEarlier(manager, actor, ticketId, message.clientKey);
      if (earlier !== undefined) return this.sent(ticketId, earlier, true);
      await this.requireSeen(actor, ticketId, message);
      const id = await this.insert(manager, actor, ticketId, message);
      await this.drafts.remove(actor, ticketId, message.visibility);
      if (message.status) await this.tickets.update(actor, ticketId, { status: message.status });
      return this.sent(ticketId, id, false);
    });
  }

  /** The id of the message that an earlier request sent with the same client key. */
  private async findEarlier(
    manager: EntityManager,
    actor: Actor,
    ticketId: number,
    clientKey: string | undefined,
  ): Promise<number | undefined> {
    if (clientKey === undefined) return undefined;
    const [earlier] = await manager.query<{ id: number; author_kind: string; author_id: number | null }[]>(
      'SELECT id::float8 AS id, author_kind, author_id FROM messages WHERE ticket_id = $1 AND client_key = $2',
      [ticketId, clientKey],
    );
    const author = eventActor(actor);
    if (earlier && (earlier.author_kind !== author.kind || earlier.author_id !== author.id)) {
      throw new ProblemException(HttpStatus.CONFLICT, CLIENT_KEY_USED, 'Send the message with another client_key');
    }
    return earlier?.id;
  }

  private async requireSeen(
    actor: Actor,
    ticketId: number,
    { visibility, seenEventId, status }: NewMessage,
  ): Promise<void> {
    if (seenEventId === undefined) return;
    const isReply = visibility === 'public';
    const replies = isReply ? await this.timeline.repliesAfter(ticketId, seenEventId, NEWER_REPLIES_MAX) : [];
    const change = status && (await this.timeline.statusAfter(ticketId, seenEventId));
    const isOverwritten = change && change.change?.['status']?.at(-1) !== status && !isBy(actor, change);
    const newer = isOverwritten ? [...replies, change].sort((one, other) => other.id - one.id) : replies;
    if (newer.length) throw new NewerActivityException(newer);
  }

  private async insert(
    manager: EntityManager,
    actor: Actor,
    ticketId: number,
    { visibility, body, clientKey }: NewMessage,
  ): Promise<number> {
    const author = eventActor(actor);
    const values = [ticketId, visibility, body, clientKey ?? null, author.kind, author.id, actorSetting(actor)];
    const [{ id }] = await manager.query<[{ id: number }]>(INSERT, values);
    this.transactions.afterCommit(() => this.bell.ring());
    const requestId = currentContext()?.requestId;
    this.logger.debug({
      msg: 'Message added',
      actor: actor.kind,
      request_id: requestId,
      ticket_id: ticketId,
      visibility,
    });
    return id;
  }

  private async sent(ticketId: number, messageId: number, isRepeated: boolean): Promise<SentMessage> {
    const entry = await this.timeline.ofMessage(ticketId, messageId);
    return { entry, ticket: await this.tickets.find(ticketId), isRepeated };
  }
}

function isBy(actor: Actor, { actor_kind, actor_id }: TimelineRow): boolean {
  const { kind, id } = eventActor(actor);
  return kind === actor_kind && id === actor_id;
}
