import { HttpStatus } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { entityTag, isNoneMatch } from './entity-tag';
import { type TicketDto, toTicketDto } from './ticket.dto';
import type { TicketRow } from '../model/ticket-row';

/** Answers with a ticket and its tag, or with 304 and no body when the client says that it knows this version. */
export function replyUnlessNotModified(
  reply: FastifyReply,
  ticket: TicketRow,
  ifNoneMatch: string | undefined,
): TicketDto | undefined {
  const tag = entityTag(ticket);
  reply.header('ETag', tag);
  if (!isNoneMatch(ifNoneMatch, tag)) return toTicketDto(ticket);
  reply.status(HttpStatus.NOT_MODIFIED);
  return undefined;
}
