import { MESSAGE_MAX_LENGTH, MESSAGE_VISIBILITIES, type MessageVisibility } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { EVENT_ACTOR_KINDS, type EventActorKind, type TicketEventChange, type TicketEventKind } from '../../history';
import type { TimelineRow } from '../timeline/timeline';

/** Event kinds that a timeline shows. */
const ENTRY_KINDS = ['ticket.created', 'ticket.changed', 'message.added'] as const satisfies readonly TicketEventKind[];

/** The actor of an entry. */
export class TimelineActorDto {
  @ApiProperty({
    enum: EVENT_ACTOR_KINDS,
    enumName: 'ActorKind',
    enumSchema: {
      description:
        'Everyone in an open Docket (`local`), a person in a browser (`human`), a program with a token (`api`), a person without an account (`requester`), the model (`ai`), or Docket itself and SQL by hand (`system`).',
    },
    example: 'human',
  })
  kind!: EventActorKind;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    required: false,
    description: 'The id of the person or the requester. Absent for other kinds.',
    example: 3,
  })
  id?: number;

  @ApiProperty({
    required: false,
    description: 'The name that the person has now, or the email address of a requester without a name.',
    example: 'Ana Ruiz',
  })
  name?: string;

  @ApiProperty({
    description: 'Whether Docket knows that it was them. Not so for a public form, and for SQL by hand.',
    example: true,
  })
  verified!: boolean;
}

/** A message of a ticket. */
export class MessageDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the message.', example: 12 })
  id!: number;

  @ApiProperty({
    enum: MESSAGE_VISIBILITIES,
    enumName: 'MessageVisibility',
    enumSchema: { description: 'Who may read a message: the requester too (`public`), or the team only (`internal`).' },
    example: 'public',
  })
  visibility!: MessageVisibility;

  @ApiProperty({
    minLength: 1,
    maxLength: MESSAGE_MAX_LENGTH,
    description: 'Plain text, stored exactly as sent.',
    example: 'Hello Nora, you are at the front of our queue.',
  })
  body!: string;
}

/** An entry of a timeline. */
export class TimelineEntryDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: 'The id of the event. It grows with time within a ticket.',
    example: 4711,
  })
  id!: number;

  @ApiProperty({ format: 'date-time', description: 'When it happened.', example: '2026-11-27T09:30:00.000Z' })
  at!: string;

  @ApiProperty({
    enum: ENTRY_KINDS,
    enumName: 'TimelineEntryKind',
    description: 'What happened.',
    example: 'ticket.changed',
  })
  kind!: TicketEventKind;

  @ApiProperty({ type: TimelineActorDto, description: 'Who did it.' })
  actor!: TimelineActorDto;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: {}, maxItems: 2 },
    selfRequired: false,
    description:
      'The old and the new value of each changed field; `requester`, `assignee` and `team` with `id` and `name`. Empty for the description, whose text is not kept. Absent for other events.',
    example: { status: ['open', 'in_progress'] },
  })
  change?: TicketEventChange;

  @ApiProperty({
    type: MessageDto,
    required: false,
    description: 'The message that was added. Absent for other events.',
  })
  message?: MessageDto;
}

export function toTimelineEntryDto(row: TimelineRow): TimelineEntryDto {
  const { id, at, kind, actor_kind, actor_id, actor_name, verified, change, message_id, visibility, body } = row;
  return {
    id,
    at,
    kind,
    actor: {
      kind: actor_kind,
      ...(actor_id !== null && { id: actor_id }),
      ...(actor_name !== null && { name: actor_name }),
      verified,
    },
    ...(change !== null && { change }),
    ...(message_id !== null &&
      visibility !== null && { message: { id: message_id, visibility, ...(body !== null && { body }) } as MessageDto }),
  };
}
