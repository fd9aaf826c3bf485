import type { TicketCategory, TicketPriority, TicketStatus } from '@docket/domain';
import { ApiProperty, PickType } from '@nestjs/swagger';
import { RequesterDto } from '../../requesters';
import { TICKET_PROPERTIES } from '../api/ticket-properties';

/** Maximum length of a description in a check, in code points. */
export const DESCRIPTION_PREVIEW_LENGTH = 1000;

/** The requester of a row. Docket may know them under another name. */
export class ImportRequesterDto extends PickType(RequesterDto, ['email', 'name']) {}

/** The ticket that a row would become. */
export class ImportPreviewDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The line in the file, from 1.', example: 2 })
  line!: number;

  @ApiProperty(TICKET_PROPERTIES.title)
  title!: string;

  @ApiProperty({
    ...TICKET_PROPERTIES.description,
    maxLength: DESCRIPTION_PREVIEW_LENGTH,
    description: 'The first 1,000 characters.',
  })
  description!: string;

  @ApiProperty(TICKET_PROPERTIES.category)
  category!: TicketCategory;

  @ApiProperty(TICKET_PROPERTIES.priority)
  priority!: TicketPriority;

  @ApiProperty(TICKET_PROPERTIES.status)
  status!: TicketStatus;

  @ApiProperty({
    ...TICKET_PROPERTIES.created_at,
    required: false,
    description: 'Absent if the time of the import is used.',
  })
  created_at?: string;

  @ApiProperty({
    required: false,
    maxLength: 255,
    description: "The row's own id, if it has one.",
    example: 'INC0010023',
  })
  external_id?: string;

  @ApiProperty({ required: false, description: 'Who asks for help, if the row says it.' })
  requester?: ImportRequesterDto;

  @ApiProperty({
    required: false,
    maxLength: 500,
    description: 'Who works on it, as the row says it. Absent for nobody, also if the name is not known.',
    example: 'Lee Chan',
  })
  assignee?: string;

  @ApiProperty({
    required: false,
    maxLength: 500,
    description: 'The team that works on it, as the row says it. Absent for none, also if the name is not known.',
    example: 'Network',
  })
  team?: string;

  @ApiProperty({ ...TICKET_PROPERTIES.tags, required: false })
  tags?: string[];
}

/** The result of a check: what importing the same rows would store. */
export class ImportCheckDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows that were read: at most 1,000.', example: 1000 })
  rows!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows that would become tickets.', example: 987 })
  importable!: number;

  @ApiProperty({ type: [ImportPreviewDto], maxItems: 20, description: 'The first 20 valid rows.' })
  tickets!: ImportPreviewDto[];
}
