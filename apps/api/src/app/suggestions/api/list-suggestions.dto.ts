import { FALLBACK_REASONS, type FallbackReason, ID_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from '@docket/domain';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsId } from '../../platform/validation/is-id';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { EmptyToUndefined, ToNumber } from '../../platform/validation/query-values';
import {
  LABELS,
  type Label,
  MODEL_CALLS,
  type ModelCall,
  ROLES,
  type Role,
  SURFACES,
  type Surface,
} from '../list/suggestion-filter';
import { MeasureQualityDto } from './measure-quality.dto';

/** How a request for a suggestion ends. */
export const OUTCOMES = ['answered', ...FALLBACK_REASONS] as const;

/** The tenths of the confidence, by their lower ends, as a URL has them. */
export const CONFIDENCES: readonly string[] = Array.from({ length: 10 }, (_, tenth) => `${tenth / 10}`);

const LIMIT_MESSAGE = { message: `$property must be a whole number from 1 to ${PAGE_SIZE_MAX}` };
const TICKET_MESSAGE = { message: '$property must be the number of a ticket' };

/** The query string of the list of suggestions. Empty values are ignored; all filters combine. */
export class ListSuggestionsDto extends MeasureQualityDto {
  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: ID_MAX,
    description: 'Only suggestions for this ticket. Without `from`, those of the 400 days up to `to`.',
  })
  @ToNumber()
  @IsOptional()
  @IsId(TICKET_MESSAGE)
  ticket_id?: number;

  @ApiProperty({
    required: false,
    enum: OUTCOMES,
    enumName: 'SuggestionOutcome',
    description: 'Only requests that the language model answered, or that it did not answer for this reason.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(OUTCOMES)
  outcome?: 'answered' | FallbackReason;

  @ApiProperty({
    required: false,
    enum: SURFACES,
    enumName: 'SuggestionSurface',
    description: 'Only requests of the form of a new ticket, or of programs.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(SURFACES)
  surface?: Surface;

  @ApiProperty({
    required: false,
    enum: ROLES,
    enumName: 'MeasuredRole',
    description:
      'Only requests with which a ticket was filed. `blind`: the suggestion was hidden while the person chose. `shown`: the person saw it before. `compared`: as `blind`, and the other provider suggested something too. `alone`: the person chose while suggestions were hidden, even if this provider had none. They are the cases of `blind`, `acceptance` and `comparison` in the quality report; with `field=priority` and `chosen=critical`, `alone` has those of `critical.recall`.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(ROLES)
  role?: Role;

  @ApiProperty({
    required: false,
    enum: MODEL_CALLS,
    enumName: 'ModelCall',
    description:
      'Only requests that waited for the language model (`waited`): those of `latency` in the quality report. Or only those with a paid call whose cost is known (`priced`) or unknown (`unpriced`): the `priced_calls` and the `unpriced_calls` of `cost`.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(MODEL_CALLS)
  call?: ModelCall;

  @ApiProperty({
    required: false,
    type: 'number',
    enum: CONFIDENCES.map(Number),
    description:
      'Only requests for which the trained model was as sure as this tenth of the confidence says, by its lower end, and whose ticket was filed by a person who had not seen its suggestion: the cases of `calibration` in the quality report. With `provider=local`, they show what the trained model suggested.',
    example: 0.9,
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(CONFIDENCES)
  confidence?: string;

  @ApiProperty(labelFilter('Only suggestions of this value of `field`. A value of the other property matches nothing.'))
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(LABELS)
  suggested?: Label;

  @ApiProperty(labelFilter('Only suggestions whose ticket was filed with this value of `field`.'))
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(LABELS)
  chosen?: Label;

  @ApiProperty(labelFilter('Only suggestions whose ticket had this value of `field` in the end.'))
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(LABELS)
  final?: Label;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: PAGE_SIZE_MAX,
    default: PAGE_SIZE_DEFAULT,
    description: 'Maximum page size. CSV ignores it.',
    example: PAGE_SIZE_DEFAULT,
  })
  @ToNumber()
  @IsOptional()
  @IsInt(LIMIT_MESSAGE)
  @Min(1, LIMIT_MESSAGE)
  @Max(PAGE_SIZE_MAX, LIMIT_MESSAGE)
  limit?: number;

  @ApiProperty({ required: false, format: 'uuid', description: 'Page cursor, from the Link header of another page.' })
  @EmptyToUndefined()
  @IsOptional()
  @IsUUID('7', { message: '$property must be a cursor from the Link header of a page' })
  cursor?: string;
}

function labelFilter(description: string): ApiPropertyOptions {
  return { required: false, enum: LABELS, enumName: 'SuggestedLabel', description };
}
