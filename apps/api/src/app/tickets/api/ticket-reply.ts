import { HttpStatus } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { matchesIfNoneMatch } from '../../platform/http/entity-tag';
import { neighbourLinks } from './page-headers';
import { type TicketDto, toTicketDto } from './ticket.dto';
import type { TicketRow } from '../model/ticket-row';
import { ticketTag } from './ticket-tag';

/** Replies with a ticket, its ETag and links to its neighbours, or with 304 and no body if the client's copy is current. */
export function replyUnlessNotModified(
  reply: FastifyReply,
  ticket: TicketRow,
  ifNoneMatch: string | undefined,
): TicketDto | undefined {
  const tag = ticketTag(ticket);
  reply.headers({ ETag: tag, Link: neighbourLinks(ticket) });
  if (!matchesIfNoneMatch(ifNoneMatch, tag)) return toTicketDto(ticket);
  reply.status(HttpStatus.NOT_MODIFIED);
  return undefined;
}
