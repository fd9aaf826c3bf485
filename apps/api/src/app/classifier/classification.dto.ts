import { FALLBACK_REASONS, type FallbackReason, type TicketCategory, type TicketPriority } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { TICKET_PROPERTIES } from '../tickets';
import type { Suggestion } from './classifier.service';

/** The suggested properties of a ticket. */
export class ClassificationDto {
  @ApiProperty({ ...TICKET_PROPERTIES.category, example: 'technical' })
  suggested_category!: TicketCategory;

  @ApiProperty({ ...TICKET_PROPERTIES.priority, example: 'critical' })
  suggested_priority!: TicketPriority;

  @ApiProperty({
    description: 'Whether the suggestion is the fallback, because the model gave none.',
    example: false,
  })
  used_fallback!: boolean;

  @ApiProperty({
    enum: [...FALLBACK_REASONS],
    enumName: 'FallbackReason',
    enumSchema: { description: 'Why the model gave no suggestion; present exactly if used_fallback is true.' },
    required: false,
  })
  fallback_reason?: FallbackReason;
}

/** Omits `fallback_reason` unless `used_fallback` is true. */
export function toClassificationDto(suggestion: Suggestion): ClassificationDto {
  const { category, priority, usedFallback } = suggestion;
  return {
    suggested_category: category,
    suggested_priority: priority,
    used_fallback: usedFallback,
    ...(suggestion.usedFallback && { fallback_reason: suggestion.fallbackReason }),
  };
}
