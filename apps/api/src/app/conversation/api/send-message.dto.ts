import {
  EVENT_ID_MAX,
  MESSAGE_MAX_LENGTH,
  MESSAGE_VISIBILITIES,
  type MessageVisibility,
  TICKET_STATUSES,
  type TicketStatus,
} from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { IsText } from '../../platform/validation/is-text';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';
import { TICKET_PROPERTIES, TicketDto } from '../../tickets';
import { TimelineEntryDto } from './timeline-entry.dto';

/** Long enough that no two clients choose the same one: a UUID has 36 characters. */
const CLIENT_KEY = /^[\w-]{8,64}$/;
const SEEN_MESSAGE = { message: '$property must be the id of an event, or 0' };

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
      'The id of the newest timeline entry that the author has seen; 0 for none. If there is a newer public message, a public message is rejected. By default, it is not.',
    example: 4711,
  })
  @ValidateIfDefined()
  @IsInt(SEEN_MESSAGE)
  @Min(0, SEEN_MESSAGE)
  @Max(EVENT_ID_MAX, SEEN_MESSAGE)
  seen_event_id?: number;
}

/** A message that was sent. */
export class SentMessageDto {
  @ApiProperty({ type: TimelineEntryDto, description: 'The message in the timeline.' })
  entry!: TimelineEntryDto;

  @ApiProperty({ type: TicketDto, description: 'The ticket, with its new status.' })
  ticket!: TicketDto;
}
