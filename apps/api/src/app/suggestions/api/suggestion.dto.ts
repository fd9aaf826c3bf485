import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { LABELS, type Label, SURFACES, type Surface } from '../list/suggestion-filter';
import type { SuggestionRow } from '../list/suggestions-query';
import { FIELDS, type Field, PROVIDERS, type Provider, type QualityRange } from '../quality/quality-range';
import { OUTCOMES } from './list-suggestions.dto';

const orNull = (options: ApiPropertyOptions) => ({ ...options, nullable: true });
const time = (description: string, example: string) =>
  ({ type: 'string', format: 'date-time', description, example }) as const;
const label = (description: string) => ({ enum: LABELS, enumName: 'SuggestedLabel', description }) as const;

/** A suggestion of one provider for one field, and what became of it. Never a text of its ticket. */
export class SuggestionDto {
  @ApiProperty({ format: 'uuid', description: 'The `suggestion_id`.', example: '019ac1f8-7c3e-7b1d-9f61-0c6a1e2b7d44' })
  id!: string;

  @ApiProperty(time('When it was asked for.', '2026-11-27T09:30:00.000Z'))
  asked_at!: string;

  @ApiProperty(orNull({ type: 'integer', description: 'Null if no ticket was filed with it.', example: 4711 }))
  ticket_id!: number | null;

  @ApiProperty(orNull({ type: 'integer', description: 'The team for which the ticket was filed.', example: 2 }))
  team_id!: number | null;

  @ApiProperty({ enum: SURFACES, enumName: 'SuggestionSurface' })
  surface!: Surface;

  @ApiProperty({ enum: PROVIDERS, enumName: 'SuggestionProvider', description: 'Whose suggestion this is.' })
  provider!: Provider;

  @ApiProperty({ enum: FIELDS, enumName: 'SuggestedField', description: 'The property that it is for.' })
  field!: Field;

  @ApiProperty(
    orNull({
      type: 'string',
      maxLength: 200,
      description: 'The configured name of the model; of the API itself, `words` or `learned`.',
      example: 'gemini-3.5-flash-lite',
    }),
  )
  model!: string | null;

  @ApiProperty(orNull({ type: 'integer', description: 'The version of the instructions.', example: 2 }))
  prompt_version!: number | null;

  @ApiProperty({
    enum: OUTCOMES,
    enumName: 'SuggestionOutcome',
    description: 'Whether the language model answered, or why not.',
  })
  outcome!: string;

  @ApiProperty({
    enum: ['blind', 'shown', 'unseen'],
    enumName: 'SuggestionRole',
    description:
      'Whether it was hidden from the person who chooses (`blind`), seen before the choice (`shown`), or neither. Without a ticket, too.',
  })
  role!: SuggestionRow['role'];

  @ApiProperty(orNull(label('Null if the provider suggested nothing.')))
  suggested!: Label | null;

  @ApiProperty(
    orNull({ type: 'number', minimum: 0, maximum: 1, description: 'How sure the trained model was.', example: 0.96 }),
  )
  confidence!: number | null;

  @ApiProperty(orNull(time('When the person saw it.', '2026-11-27T09:30:02.000Z')))
  shown_at!: string | null;

  @ApiProperty(
    orNull({
      enum: ['accepted', 'overridden', 'unseen', 'abandoned'],
      enumName: 'SuggestionChoice',
      description:
        'What became of it: kept, changed, or not seen before the choice; `abandoned` without a ticket after 24 hours. Null before that, and if nothing was suggested.',
    }),
  )
  choice!: SuggestionRow['choice'];

  @ApiProperty(orNull(label('What the ticket was filed with.')))
  chosen!: Label | null;

  @ApiProperty(orNull(time('When the ticket was filed.', '2026-11-27T09:30:40.000Z')))
  chosen_at!: string | null;

  @ApiProperty(orNull(label('What the ticket had when it was resolved, or after 30 days.')))
  final!: Label | null;

  @ApiProperty(orNull(time('When that was recorded.', '2026-11-28T12:00:00.000Z')))
  final_at!: string | null;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Time until the answer, in milliseconds.', example: 900 })
  latency_ms!: number;

  @ApiProperty(
    orNull({
      type: 'number',
      minimum: 0,
      description: 'Cost of the call to the language model, in millionths of the unit of the prices. Null if unknown.',
      example: 80,
    }),
  )
  cost_micros!: number | null;
}

export function toSuggestionDto(
  row: SuggestionRow,
  { provider, field }: Pick<QualityRange, 'provider' | 'field'>,
): SuggestionDto {
  return {
    id: row.id,
    asked_at: row.asked_at,
    ticket_id: row.ticket_id,
    team_id: row.team_id,
    surface: row.surface,
    provider,
    field,
    model: row.model,
    prompt_version: row.prompt_version,
    outcome: row.outcome,
    role: row.role,
    suggested: row.suggested,
    confidence: row.confidence,
    shown_at: row.shown_at,
    choice: row.choice,
    chosen: row.chosen,
    chosen_at: row.chosen_at,
    final: row.final,
    final_at: row.final_at,
    latency_ms: row.latency_ms,
    cost_micros: row.cost_micros,
  };
}
