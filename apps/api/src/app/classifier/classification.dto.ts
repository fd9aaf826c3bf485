import { FALLBACK_REASONS, type FallbackReason, type TicketCategory, type TicketPriority } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { TICKET_PROPERTIES } from '../tickets';
import type { Suggestion } from './classifier.service';

/** Suggested category and priority of a ticket. */
export class ClassificationDto {
  @ApiProperty({ ...TICKET_PROPERTIES.category, example: 'technical' })
  suggested_category!: TicketCategory;

  @ApiProperty({ ...TICKET_PROPERTIES.priority, example: 'critical' })
  suggested_priority!: TicketPriority;

  @ApiProperty({
    description: 'True if the model gave no suggestion and the fallback is returned.',
    example: false,
  })
  used_fallback!: boolean;

  @ApiProperty({
    enum: [...FALLBACK_REASONS],
    enumName: 'FallbackReason',
    enumSchema: { description: 'Why the model gave no suggestion. Present only if used_fallback is true.' },
    required: false,
  })
  fallback_reason?: FallbackReason;
}

/** Maps a suggestion to the response body. */
export function toClassificationDto(suggestion: Suggestion): ClassificationDto {
  const { category, priority, usedFallback } = suggestion;
  return {
    suggested_category: category,
    suggested_priority: priority,
    used_fallback: usedFallback,
    ...(suggestion.usedFallback && { fallback_reason: suggestion.fallbackReason }),
  };
}
