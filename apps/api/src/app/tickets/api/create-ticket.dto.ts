import {
  DESCRIPTION_MAX_LENGTH,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
  TITLE_MAX_LENGTH,
} from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IgnoresReadOnly } from '../../platform/validation/ignores-read-only';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { IsText } from '../../platform/validation/is-text';
import { Trim } from '../../platform/validation/trim';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';
import { TICKET_PROPERTIES } from './ticket-properties';

const { id, version, created_at, updated_at } = TICKET_PROPERTIES;

/** A ticket to file. */
@IgnoresReadOnly({ id, version, created_at, updated_at })
export class CreateTicketDto {
  @ApiProperty(TICKET_PROPERTIES.title)
  @Trim()
  @IsText({ maxLength: TITLE_MAX_LENGTH })
  title!: string;

  @ApiProperty(TICKET_PROPERTIES.description)
  @IsText({ maxLength: DESCRIPTION_MAX_LENGTH })
  description!: string;

  @ApiProperty(TICKET_PROPERTIES.category)
  @IsOneOf(TICKET_CATEGORIES)
  category!: TicketCategory;

  @ApiProperty(TICKET_PROPERTIES.priority)
  @IsOneOf(TICKET_PRIORITIES)
  priority!: TicketPriority;

  @ApiProperty({ ...TICKET_PROPERTIES.status, required: false })
  @ValidateIfDefined()
  @IsOneOf(TICKET_STATUSES)
  status?: TicketStatus;
}
