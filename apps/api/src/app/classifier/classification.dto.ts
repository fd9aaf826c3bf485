import {
  DESCRIPTION_MAX_LENGTH,
  FALLBACK_REASONS,
  type FallbackReason,
  type TicketCategory,
  type TicketPriority,
  TITLE_MAX_LENGTH,
} from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { TICKET_PROPERTIES } from '../tickets/ticket-properties';
import { IsText } from '../validation/is-text';
import { MayBeAbsent } from '../validation/may-be-absent';
import { Trim } from '../validation/trim';

/** The text to suggest labels for. */
export class ClassifyDto {
  @ApiProperty(TICKET_PROPERTIES.description)
  @IsText({ maxLength: DESCRIPTION_MAX_LENGTH })
  description!: string;

  @ApiProperty({ ...TICKET_PROPERTIES.title, minLength: 0, required: false })
  @MayBeAbsent()
  @Trim()
  @IsText({ maxLength: TITLE_MAX_LENGTH, mayBeBlank: true })
  title?: string;
}

/** Suggested labels. */
export class ClassificationDto {
  @ApiProperty({ ...TICKET_PROPERTIES.category, example: 'technical' })
  suggested_category!: TicketCategory;

  @ApiProperty({ ...TICKET_PROPERTIES.priority, example: 'critical' })
  suggested_priority!: TicketPriority;

  @ApiProperty({
    description: 'Whether the labels are the fallback, since the model gave none.',
    example: false,
  })
  used_fallback!: boolean;

  @ApiProperty({
    enum: [...FALLBACK_REASONS],
    enumName: 'FallbackReason',
    enumSchema: { description: 'Why the model gave no suggestion; there exactly when used_fallback is true.' },
    required: false,
  })
  fallback_reason?: FallbackReason;
}
