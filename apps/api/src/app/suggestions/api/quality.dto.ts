import { FALLBACK_REASONS } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { SURFACES } from '../list/suggestion-filter';
import { FIELDS, type Field, PROVIDERS, type Provider } from '../quality/quality-range';
import type { WeekDrift } from '../quality/drift-report';
import type { ModelChange } from '../quality/model-changes';
import type { QualityReport } from '../quality/quality-report';
import { COUNT, MeasuredDto, SHARE, orNull } from './measured.dto';
import { BudgetDto, CostDto, LatencyDto } from './model-use.dto';
import { TextsQualityDto } from './texts-quality.dto';

const DAY = { type: 'string', format: 'date', description: 'A day in UTC.' } as const;
const MODEL = { type: 'string', maxLength: 200 } as const;
const VERSION = { type: 'integer' } as const;
const LABEL = { type: 'string', maxLength: 20, example: 'billing' } as const;

export class ComparisonDto extends MeasuredDto {
  @ApiProperty({
    enum: PROVIDERS,
    enumName: 'SuggestionProvider',
    description: 'The other provider, on the same tickets.',
  })
  provider!: Provider;

  @ApiProperty(
    orNull({
      ...SHARE,
      description: "The p-value of McNemar's exact test of both; null below 30 cases.",
      example: 0.31,
    }),
  )
  p!: number | null;
}

export class ConfusionDto {
  @ApiProperty({ ...LABEL, description: 'What was suggested.' })
  suggested!: string;

  @ApiProperty({ ...LABEL, description: 'What the person chose alone.' })
  chosen!: string;

  @ApiProperty({ ...COUNT, description: 'Number of tickets.', example: 46 })
  n!: number;
}

export class CriticalDto {
  @ApiProperty({
    type: MeasuredDto,
    description: 'Of the tickets that people called critical alone, those that the suggestion did.',
  })
  recall!: MeasuredDto;

  @ApiProperty({
    type: MeasuredDto,
    description: 'Of the tickets that the suggestion called critical, those that people did alone.',
  })
  precision!: MeasuredDto;
}

export class CalibrationDto extends MeasuredDto {
  @ApiProperty({ ...SHARE, description: 'The lower end of this tenth of the confidence.', example: 0.9 })
  from!: number;

  @ApiProperty({ ...SHARE, description: 'The average confidence.', example: 0.96 })
  confidence!: number;
}

export class TeamQualityDto extends MeasuredDto {
  @ApiProperty(orNull({ type: 'integer', description: 'Null for tickets of no team.', example: 2 }))
  team_id!: number | null;
}

export class SurfaceQualityDto extends MeasuredDto {
  @ApiProperty({
    enum: SURFACES,
    enumName: 'SuggestionSurface',
    description: 'Who asked: the form of a new ticket, or a program.',
  })
  surface!: string;
}

export class WeekQualityDto extends MeasuredDto {
  @ApiProperty({ ...DAY, description: 'The Monday, in UTC.', example: '2026-11-16' })
  week!: string;
}

export class WeekDriftDto implements WeekDrift {
  @ApiProperty({ ...DAY, description: 'The Monday, in UTC.', example: '2026-11-16' })
  week!: string;

  @ApiProperty({ ...COUNT, description: 'Filed tickets.', example: 812 })
  n!: number;

  @ApiProperty(
    orNull({
      type: 'number',
      minimum: 0,
      description:
        'The population stability index of what people chose, against the weeks before it in the report: above 0.1 a change, above 0.2 a large one. Null below 200 tickets in the week, or before it.',
      example: 0.03,
    }),
  )
  psi!: number | null;
}

export class ModelChangeDto implements ModelChange {
  @ApiProperty({ ...DAY, description: 'The first day, in UTC.', example: '2026-11-02' })
  day!: string;

  @ApiProperty({
    ...MODEL,
    description:
      'Of Gemini, the configured name of the model. Of the API itself, `learned`: its own model, or `words`: the words of the ticket.',
    example: 'gemini-3.5-flash-lite',
  })
  model!: string;

  @ApiProperty(
    orNull({
      ...VERSION,
      description: 'Of the instructions of Gemini, or of the own model. Null for `words`.',
      example: 2,
    }),
  )
  version!: number | null;

  @ApiProperty({ ...MODEL, description: 'The model before it.', example: 'gemini-2.5-flash' })
  model_before!: string;

  @ApiProperty(orNull({ ...VERSION, description: 'The version before it.', example: 1 }))
  version_before!: number | null;
}

export class FallbackCountDto {
  @ApiProperty({ enum: [...FALLBACK_REASONS], enumName: 'FallbackReason' })
  reason!: string;

  @ApiProperty({ ...COUNT, example: 31 })
  n!: number;
}

/** How good the suggestions of a range of days were. */
export class QualityDto implements QualityReport {
  @ApiProperty(DAY)
  from!: string;

  @ApiProperty(DAY)
  to!: string;

  @ApiProperty({ enum: PROVIDERS, enumName: 'SuggestionProvider', description: 'Whose suggestions are measured.' })
  provider!: Provider;

  @ApiProperty({ enum: FIELDS, enumName: 'SuggestedField', description: 'Which property.' })
  field!: Field;

  @ApiProperty({ ...COUNT, description: 'Requests for a suggestion, in the ledger.', example: 3264 })
  recorded!: number;

  @ApiProperty({ ...COUNT, description: 'Requests that could not be written to the ledger.', example: 3 })
  dropped!: number;

  @ApiProperty({ type: MeasuredDto, description: 'Suggestions that equal what people chose without seeing them.' })
  blind!: MeasuredDto;

  @ApiProperty({
    type: MeasuredDto,
    description: 'Suggestions that people saw and kept. People lean towards what they see.',
  })
  acceptance!: MeasuredDto;

  @ApiProperty({ type: ComparisonDto })
  comparison!: ComparisonDto;

  @ApiProperty({ type: [ConfusionDto], description: 'The blind suggestions, by what was suggested and chosen.' })
  confusion!: readonly ConfusionDto[];

  @ApiProperty({
    type: CriticalDto,
    description: 'The blind suggestions of a critical priority, whichever `field` is.',
  })
  critical!: CriticalDto;

  @ApiProperty({
    type: [CalibrationDto],
    description: 'The trained model, by how sure it was, where people did not see it.',
  })
  calibration!: readonly CalibrationDto[];

  @ApiProperty(
    orNull({ ...SHARE, description: 'Its expected calibration error; null below 30 cases.', example: 0.007 }),
  )
  ece!: number | null;

  @ApiProperty({ type: [TeamQualityDto] })
  teams!: readonly TeamQualityDto[];

  @ApiProperty({ type: [SurfaceQualityDto] })
  surfaces!: readonly SurfaceQualityDto[];

  @ApiProperty({ type: [WeekQualityDto], description: 'Weeks with blind suggestions.' })
  weeks!: readonly WeekQualityDto[];

  @ApiProperty({ type: [WeekDriftDto], description: 'Weeks with filed tickets, and whether these changed.' })
  drift!: readonly WeekDriftDto[];

  @ApiProperty({
    type: [ModelChangeDto],
    description: 'When another model or another version of it came, or an earlier one came back.',
  })
  changes!: readonly ModelChangeDto[];

  @ApiProperty({ type: [FallbackCountDto], description: 'Requests without an answer of the model, by reason.' })
  fallbacks!: readonly FallbackCountDto[];

  @ApiProperty({ type: LatencyDto, description: 'How long requests waited for the model.' })
  latency!: LatencyDto;

  @ApiProperty({ type: CostDto, description: 'Calls to the model for suggestions.' })
  cost!: CostDto;

  @ApiProperty({ type: BudgetDto, description: 'The budget of this month, whatever the days of the report.' })
  budget!: BudgetDto;

  @ApiProperty({ type: TextsQualityDto, description: 'Summaries and drafted replies of these days.' })
  texts!: TextsQualityDto;
}
