import { FALLBACK_REASONS, type FallbackReason, type TicketCategory, type TicketPriority } from '@docket/domain';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { TICKET_PROPERTIES } from '../tickets';
import type { Suggestion } from './classifier.service';

/** Nest's types lack `const`, which tells the two shapes of a classification apart. */
const exactly = (value: boolean, description: string): ApiPropertyOptions => ({
  type: 'boolean',
  description,
  ...{ const: value },
});

/** Suggested properties of a ticket, from the model. */
export class ModelSuggestionDto {
  @ApiProperty({ ...TICKET_PROPERTIES.category, example: 'technical' })
  suggested_category!: TicketCategory;

  @ApiProperty({ ...TICKET_PROPERTIES.priority, example: 'critical' })
  suggested_priority!: TicketPriority;

  @ApiProperty(exactly(false, 'The model gave the suggestion.'))
  used_fallback!: false;
}

/** The values that replace a missing suggestion of the model. */
export class FallbackSuggestionDto {
  @ApiProperty({ ...TICKET_PROPERTIES.category, example: 'general' })
  suggested_category!: TicketCategory;

  @ApiProperty({ ...TICKET_PROPERTIES.priority, example: 'medium' })
  suggested_priority!: TicketPriority;

  @ApiProperty(exactly(true, 'The model gave no suggestion.'))
  used_fallback!: true;

  @ApiProperty({
    enum: [...FALLBACK_REASONS],
    enumName: 'FallbackReason',
    enumSchema: { description: 'Why the model gave no suggestion.' },
  })
  fallback_reason!: FallbackReason;
}

/** The response to a text: `used_fallback` tells which of the two it is. */
export type ClassificationDto = ModelSuggestionDto | FallbackSuggestionDto;

export function toClassificationDto(suggestion: Suggestion): ClassificationDto {
  const properties = { suggested_category: suggestion.category, suggested_priority: suggestion.priority };
  return suggestion.usedFallback
    ? { ...properties, used_fallback: true, fallback_reason: suggestion.fallbackReason }
    : { ...properties, used_fallback: false };
}
