import {
  FALLBACK_REASONS,
  type FallbackReason,
  SURENESSES,
  SURENESS_FROM,
  type TicketCategory,
  type TicketPriority,
  roundConfidence,
} from '@docket/domain';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { CASES_MIN, type CalibrationBin } from '../suggestions';
import { TICKET_PROPERTIES } from '../tickets';
import type { Suggestion } from './classifier.service';
import type { LocalSuggestion } from './local-suggestion';
import { BECAUSE_MAX, BECAUSE_MAX_LENGTH } from './words/suggest-by-words';

/** `const` distinguishes the two shapes of a classification. Nest's types lack it. */
const exactly = (value: boolean, description: string, { required = true } = {}): ApiPropertyOptions => ({
  type: 'boolean',
  required,
  description,
  ...{ const: value },
});

/** Optional, because an older API that clients may call does not name the provider. */
const provider = (name: 'gemini' | 'local', description: string): ApiPropertyOptions => ({
  enum: [name],
  required: false,
  description,
});

/** Fields of both responses. */
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

  @ApiProperty(provider('gemini', 'Who suggests: Gemini, which does not say how sure it is.'))
  provider?: 'gemini';
}

/** Accuracy of the trained model at this confidence. */
export class CalibrationBinDto {
  @ApiProperty({
    type: 'number',
    enum: SURENESSES.map((sureness) => SURENESS_FROM[sureness]),
    description: 'The least confidence of the cases. The next higher value is the bound above them.',
    example: SURENESS_FROM.fairly,
  })
  from!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Cases in which the person chose the same.', example: 173 })
  right!: number;

  @ApiProperty({ type: 'integer', minimum: CASES_MIN, description: 'Number of cases.', example: 198 })
  n!: number;
}

/** The suggestion without the language model, if that gave none. Has a category, a priority or both. */
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

  @ApiProperty({
    type: CalibrationBinDto,
    required: false,
    description:
      `Only with \`learned\`: how often this model was right when it was so sure, on tickets whose filer had not seen its suggestion. ` +
      `Absent for fewer than ${CASES_MIN} tickets.`,
  })
  calibration?: CalibrationBinDto;
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

  @ApiProperty(provider('local', 'Who suggests: the API itself. Present with `local`.'))
  provider?: 'local';
}

/** The response to a text. `used_fallback` distinguishes the two shapes. */
export type ClassificationDto = ModelSuggestionDto | FallbackSuggestionDto;

export function toClassificationDto(suggestion: Suggestion): ClassificationDto {
  const properties = {
    suggested_category: suggestion.category,
    suggested_priority: suggestion.priority,
    ...(suggestion.id && { suggestion_id: suggestion.id }),
    ...(suggestion.isBlind && { blind: true as const }),
  };
  if (!suggestion.usedFallback) return { ...properties, used_fallback: false, provider: 'gemini' };
  const { fallbackReason, local, calibration } = suggestion;
  return {
    ...properties,
    used_fallback: true,
    fallback_reason: fallbackReason,
    ...(local && { provider: 'local' as const, local: toLocalSuggestionDto(local, calibration) }),
  };
}

function toLocalSuggestionDto(local: LocalSuggestion, calibration: CalibrationBin | undefined): LocalSuggestionDto {
  const { category, priority, because, model } = local;
  return {
    ...(category && { category }),
    ...(priority && { priority }),
    because,
    model,
    ...(local.model === 'learned' && { confidence: roundConfidence(local.confidence) }),
    ...(calibration && { calibration: { from: calibration.from, right: calibration.right, n: calibration.n } }),
  };
}
