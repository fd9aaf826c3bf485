import { EVENT_ID_MAX, ID_MAX } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import {
  type ChangePage,
  EVENT_ACTOR_KINDS,
  type EventActorKind,
  type TicketChange,
  encodeChangePosition,
} from '../../history';
import { ExportedTicketDto, toExportedTicketDto } from '../../tickets';
import type { IncludedTickets } from './changes.service';

const CHANGE_KINDS = [
  'ticket.created',
  'ticket.changed',
  'ticket.deleted',
  'message.added',
] as const satisfies readonly TicketChange['kind'][];

/** The actor of a change. */
export class ChangeActorDto {
  @ApiProperty({
    enum: EVENT_ACTOR_KINDS,
    enumName: 'ActorKind',
    example: 'api',
  })
  kind!: EventActorKind;

  @ApiProperty({ required: false, type: 'integer', minimum: 1, description: 'The id of the person or the requester.' })
  id?: number;
}

/** A change of one ticket, without any text. */
export class ChangeDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: EVENT_ID_MAX,
    description: 'The id of the event. The tickets of an import share it; with `ticket_id`, it is unique.',
    example: 4711,
  })
  event_id!: number;

  @ApiProperty({
    format: 'date-time',
    description: 'The time of the change in UTC.',
    example: '2026-11-22T10:02:41.007Z',
  })
  at!: string;

  @ApiProperty({
    enum: CHANGE_KINDS,
    enumName: 'ChangeKind',
    enumSchema: {
      description:
        'What happened. `message.added` is a reply or an internal note. After `ticket.deleted`, the ticket does not exist any more.',
    },
  })
  kind!: TicketChange['kind'];

  @ApiProperty({ type: 'integer', minimum: 1, maximum: ID_MAX, description: 'The id of the ticket.', example: 7 })
  ticket_id!: number;

  @ApiProperty({
    type: [String],
    description: 'The names of the changed fields, of `ticket.changed` only.',
    example: ['status', 'assignee_id'],
  })
  fields!: readonly string[];

  @ApiProperty({ type: ChangeActorDto })
  actor!: ChangeActorDto;

  @ApiProperty({
    type: ExportedTicketDto,
    required: false,
    nullable: true,
    description:
      'With `include=ticket`: the ticket as it is now, which may be newer than this change. Null if it does not exist.',
  })
  ticket?: ExportedTicketDto | null;
}

/** A page of changes. */
export class ChangesDto {
  @ApiProperty({
    type: [ChangeDto],
    description: 'In the order in which they were made, each ticket’s changes at least.',
  })
  changes!: ChangeDto[];

  @ApiProperty({ description: 'The cursor of the next request.', example: '4294967297.752.4711' })
  next!: string;

  @ApiProperty({
    description:
      'Whether these were all changes so far that are settled. If not, ask again at once. A change is settled when no earlier transaction is open that could still add one before it.',
  })
  caught_up!: boolean;

  @ApiProperty({
    description:
      'Whether the database was restored from a backup, or a standby took over, and this page leads out of what was before: changes may be lost. Do not apply the changes of this page. Export all tickets again, and follow the changes from there. The same cursor gets the same answer until you store another one.',
  })
  restored!: boolean;
}

/** @param tickets the tickets of the changes, if the request includes them */
export function toChangesDto(page: ChangePage, tickets?: IncludedTickets): ChangesDto {
  return {
    changes: page.changes.map((change) => toChangeDto(change, tickets)),
    next: encodeChangePosition(page.next),
    caught_up: page.isCaughtUp,
    restored: page.isRestored,
  };
}

function toChangeDto(change: TicketChange, tickets: IncludedTickets | undefined): ChangeDto {
  const { eventId, at, kind, ticketId, fields, actorKind, actorId } = change;
  const ticket = tickets?.get(ticketId);
  return {
    event_id: Number(eventId),
    at,
    kind,
    ticket_id: ticketId,
    fields,
    actor: { kind: actorKind, ...(actorId !== null && { id: actorId }) },
    ...(tickets && { ticket: ticket ? toExportedTicketDto(ticket) : null }),
  };
}
