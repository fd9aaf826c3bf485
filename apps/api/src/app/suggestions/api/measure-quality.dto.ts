import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, ValidateIf } from 'class-validator';
import { IsDay } from '../../platform/validation/is-day';
import { IsId } from '../../platform/validation/is-id';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { EmptyToUndefined, ToNumber } from '../../platform/validation/query-values';
import { FIELDS, type Field, PROVIDERS, type Provider } from '../quality/quality-range';

const TEAM_MESSAGE = { message: '$property must be the id of a team, or none' };

/** The query string of the quality report. Empty values are ignored. */
export class MeasureQualityDto {
  @ApiProperty({
    required: false,
    type: 'string',
    format: 'date',
    description: 'The first day, in UTC. 29 days before `to` by default, and at most 399.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiProperty({
    required: false,
    type: 'string',
    format: 'date',
    description: 'The last day, in UTC. Today by default.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsDay()
  to?: string;

  @ApiProperty({
    required: false,
    enum: PROVIDERS,
    enumName: 'SuggestionProvider',
    description:
      "Whose suggestions: the language model's, or those of the API itself. By default the first one that is configured.",
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(PROVIDERS)
  provider?: Provider;

  @ApiProperty({
    required: false,
    enum: FIELDS,
    enumName: 'SuggestedField',
    default: 'category',
    description: 'Which property.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(FIELDS)
  field?: Field;

  @ApiProperty({
    required: false,
    type: 'string',
    pattern: '^(none|[1-9]\\d{0,9})$',
    example: '2',
    description:
      'Only tickets that were filed for the team with this id. `none`: tickets of no team, and requests without a ticket.',
  })
  @ToNumber()
  @IsOptional()
  @ValidateIf((_query, team) => team !== 'none')
  @IsId(TEAM_MESSAGE)
  team?: number | 'none';
}
