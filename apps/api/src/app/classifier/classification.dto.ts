import { FALLBACK_REASONS, type FallbackReason, type TicketCategory, type TicketPriority } from '@docket/domain';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { TICKET_PROPERTIES } from '../tickets';
import type { Suggestion } from './classifier.service';
import type { LocalSuggestion } from './local-suggestion';
import { BECAUSE_MAX, BECAUSE_MAX_LENGTH } from './words/suggest-by-words';

/** Nest's types lack `const`, which tells the two shapes of a classification apart. */
const exactly = (value: boolean, description: string, { required = true } = {}): ApiPropertyOptions => ({
  type: 'boolean',
  required,
  description,
  ...{ const: value },
});

/** What both kinds of response have. */
class AnswerDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    required: false,
    description:
      'Send it with the ticket, so that the quality of suggestions is measured. Absent if nothing is configured that could suggest.',
  })
  suggestion_id?: string;

  @ApiProperty(
    exactly(true, 'The client hides the suggestion from its person. Only for clients that prefer `docket-blind`.', {
      required: false,
    }),
  )
  blind?: true;
}

/** Suggested properties of a ticket, from the model. */
export class ModelSuggestionDto extends AnswerDto {
  @ApiProperty({ ...TICKET_PROPERTIES.category, example: 'technical' })
  suggested_category!: TicketCategory;

  @ApiProperty({ ...TICKET_PROPERTIES.priority, example: 'critical' })
  suggested_priority!: TicketPriority;

  @ApiProperty(exactly(false, 'The model gave the suggestion.'))
  used_fallback!: false;
}

/** What the API itself suggests when the model gave nothing. At least one of its two properties is there. */
export class LocalSuggestionDto {
  @ApiProperty({ ...TICKET_PROPERTIES.category, required: false, example: 'technical' })
  category?: TicketCategory;

  @ApiProperty({ ...TICKET_PROPERTIES.priority, required: false, example: 'critical' })
  priority?: TicketPriority;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', maxLength: BECAUSE_MAX_LENGTH },
    maxItems: BECAUSE_MAX,
    description:
      'The words of the ticket that the suggestion goes by, those that say most first. With `learned`, those that the priority goes by.',
    example: ['is down', 'for all users'],
  })
  because!: readonly string[];

  @ApiProperty({
    enum: ['words', 'learned'],
    description:
      '`words`: by words that people use for each category and priority, without a model. `learned`: the category is that of the model ' +
      'that this API trained on the decisions of its people, the priority that of the words.',
  })
  model!: 'words' | 'learned';

  @ApiProperty({
    type: 'number',
    minimum: 0.5,
    maximum: 1,
    required: false,
    description: 'Only with `learned`: the probability that the category is right.',
    example: 0.87,
  })
  confidence?: number;
}

/** The values that replace a missing suggestion of the model. */
export class FallbackSuggestionDto extends AnswerDto {
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

  @ApiProperty({
    type: LocalSuggestionDto,
    required: false,
    description:
      'Absent if neither the own model nor the words of the ticket say enough. Words are English, German, Spanish, French and Portuguese.',
  })
  local?: LocalSuggestionDto;
}

/** The response to a text: `used_fallback` tells which of the two it is. */
export type ClassificationDto = ModelSuggestionDto | FallbackSuggestionDto;

export function toClassificationDto(suggestion: Suggestion): ClassificationDto {
  const properties = {
    suggested_category: suggestion.category,
    suggested_priority: suggestion.priority,
    ...(suggestion.id && { suggestion_id: suggestion.id }),
    ...(suggestion.isBlind && { blind: true as const }),
  };
  if (!suggestion.usedFallback) return { ...properties, used_fallback: false };
  const { fallbackReason, local } = suggestion;
  return {
    ...properties,
    used_fallback: true,
    fallback_reason: fallbackReason,
    ...(local && { local: toLocalSuggestionDto(local) }),
  };
}

function toLocalSuggestionDto(local: LocalSuggestion): LocalSuggestionDto {
  const { category, priority, because, model } = local;
  return {
    ...(category && { category }),
    ...(priority && { priority }),
    because,
    model,
    ...(local.model === 'learned' && { confidence: Math.round(local.confidence * 1000) / 1000 }),
  };
}
