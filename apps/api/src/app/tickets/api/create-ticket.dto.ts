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
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { IgnoresReadOnly } from '../../platform/validation/ignores-read-only';
import { IsId } from '../../platform/validation/is-id';
import { IsInstant } from '../../platform/validation/is-instant';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { IsTags } from '../../platform/validation/is-tags';
import { IsText } from '../../platform/validation/is-text';
import { Trim } from '../../platform/validation/trim';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';
import { NameRequesterDto } from '../../requesters';
import { TICKET_RELATIONS } from './ticket-relations';
import { TICKET_PROPERTIES } from './ticket-properties';

const { id, version, created_at, updated_at } = TICKET_PROPERTIES;
const { assignee, team } = TICKET_RELATIONS;

/** A ticket to create. */
@IgnoresReadOnly({ id, version, created_at, updated_at, assignee, team })
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

  @ApiProperty({
    type: NameRequesterDto,
    required: false,
    nullable: true,
    description: 'Who asks for help, by their email address. Null for nobody else.',
  })
  @IsOptional()
  @IsObject({ message: '$property must be an object' })
  @ValidateNested()
  @Type(() => NameRequesterDto)
  requester?: NameRequesterDto | null;

  @ApiProperty({ ...TICKET_PROPERTIES.assignee_id, required: false })
  @IsOptional()
  @IsId()
  assignee_id?: number | null;

  @ApiProperty({ ...TICKET_PROPERTIES.team_id, required: false })
  @IsOptional()
  @IsId()
  team_id?: number | null;

  @ApiProperty({ ...TICKET_PROPERTIES.tags, required: false })
  @ValidateIfDefined()
  @IsTags()
  tags?: string[];

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    required: false,
    description:
      'The `suggestion_id` of the suggestion that the person had, so that its quality is measured. The ticket is filed whatever becomes of it.',
  })
  @ValidateIfDefined()
  @IsUUID('all', { message: '$property must be a UUID' })
  suggestion_id?: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    required: false,
    description: 'When the client showed that suggestion. Without it, the suggestion counts as not seen.',
  })
  @ValidateIfDefined()
  @IsInstant()
  suggestion_shown?: string;
}
