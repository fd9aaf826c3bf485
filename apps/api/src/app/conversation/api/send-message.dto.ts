import {
  EVENT_ID_MAX,
  MESSAGE_MAX_LENGTH,
  MESSAGE_VISIBILITIES,
  type MessageVisibility,
  TICKET_STATUSES,
  type TicketStatus,
} from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Matches, Max, Min } from 'class-validator';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { IsText } from '../../platform/validation/is-text';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';
import { TICKET_PROPERTIES, TicketDto } from '../../tickets';
import type { NewMessage } from '../messages/new-message';
import { TimelineEntryDto } from './timeline-entry.dto';

/** Long enough to be unique across clients: a UUID has 36 characters. */
const CLIENT_KEY = /^[\w-]{8,64}$/;
const SEEN_MESSAGE = { message: '$property must be the id of an event, or 0' };
const DISTANCE_MESSAGE = { message: `$property must be a number of words from 0 to ${MESSAGE_MAX_LENGTH}` };

/** A message to send. */
export class SendMessageDto {
  @ApiProperty({
    enum: MESSAGE_VISIBILITIES,
    enumName: 'MessageVisibility',
    description: 'A reply to the requester (`public`) or a note for the team (`internal`).',
    example: 'public',
  })
  @IsOneOf(MESSAGE_VISIBILITIES)
  visibility!: MessageVisibility;

  @ApiProperty({
    minLength: 1,
    maxLength: MESSAGE_MAX_LENGTH,
    description: 'Plain text, stored exactly as sent; at least one visible character; counted in code points.',
    example: 'Hello Nora, your second factor is reset.',
  })
  @IsText({ maxLength: MESSAGE_MAX_LENGTH })
  body!: string;

  @ApiProperty({
    ...TICKET_PROPERTIES.status,
    required: false,
    description: 'The status that the ticket gets with the message. By default, it stays.',
    example: 'resolved',
  })
  @ValidateIfDefined()
  @IsOneOf(TICKET_STATUSES)
  status?: TicketStatus;

  @ApiProperty({
    required: false,
    pattern: CLIENT_KEY.source,
    description:
      'A key that the client makes up for this message, such as a UUID. Sending the same key again stores nothing, and returns the first message.',
    example: '5c2e43b0-1a70-4d83-9a55-7f0a3c9d1e42',
  })
  @ValidateIfDefined()
  @Matches(CLIENT_KEY, { message: '$property must be 8 to 64 letters, digits, hyphens or underscores' })
  client_key?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 0,
    maximum: EVENT_ID_MAX,
    description:
      'The id of the newest timeline entry that the author has seen; 0 for none. If there is a newer public message, a public message is rejected; a message with a `status` also if somebody else has set another one since. By default, it is not.',
    example: 4711,
  })
  @ValidateIfDefined()
  @IsInt(SEEN_MESSAGE)
  @Min(0, SEEN_MESSAGE)
  @Max(EVENT_ID_MAX, SEEN_MESSAGE)
  seen_event_id?: number;

  @ApiProperty({
    required: false,
    type: 'string',
    format: 'uuid',
    description:
      'The `id` of the draft of the language model that the reply began as. Counted once, for its ticket; any other id, and that of a note, is ignored.',
    example: '019ac9b2-6f54-7e0c-9d6a-3f1c55d0a7e2',
  })
  @ValidateIfDefined()
  @IsUUID('all', { message: '$property must be a UUID' })
  draft_id?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 0,
    maximum: MESSAGE_MAX_LENGTH,
    description:
      'With `draft_id`: how many words of the draft were replaced, removed or added, as the client measured it. A number that is impossible for the lengths of both texts is moved to the nearest possible one.',
    example: 7,
  })
  @ValidateIfDefined()
  @IsInt(DISTANCE_MESSAGE)
  @Min(0, DISTANCE_MESSAGE)
  @Max(MESSAGE_MAX_LENGTH, DISTANCE_MESSAGE)
  draft_edit_distance?: number;
}

/** A message that was sent. */
export class SentMessageDto {
  @ApiProperty({ type: TimelineEntryDto, description: 'The message in the timeline.' })
  entry!: TimelineEntryDto;

  @ApiProperty({ type: TicketDto, description: 'The ticket, with its new status.' })
  ticket!: TicketDto;
}

export function toNewMessage(message: SendMessageDto): NewMessage {
  const { visibility, body, status, client_key, seen_event_id, draft_id, draft_edit_distance: editDistance } = message;
  return {
    visibility,
    body,
    ...(status !== undefined && { status }),
    ...(client_key !== undefined && { clientKey: client_key }),
    ...(seen_event_id !== undefined && { seenEventId: seen_event_id }),
    ...(draft_id !== undefined && { draft: { id: draft_id, ...(editDistance !== undefined && { editDistance }) } }),
  };
}
