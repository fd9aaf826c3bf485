import { FALLBACK_REASONS } from '@docket/domain';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { TEXT_KINDS, type TextKind } from '../list/text-filter';
import type { TextRow } from '../list/texts-query';
import { COUNT, orNull } from './measured.dto';

/** How a request for a summary or a draft ends. */
const TEXT_OUTCOMES = [
  'written',
  'unverified',
  'stopped',
  ...FALLBACK_REASONS.filter((reason) => reason !== 'not_configured'),
] as const;

const time = (description: string, example: string): ApiPropertyOptions => ({
  type: 'string',
  format: 'date-time',
  description,
  example,
});

/** A request for a summary or a drafted reply, and what became of it. Never the text. */
export class WrittenTextDto {
  @ApiProperty({ format: 'uuid', example: '019ac1f8-7c3e-7b1d-9f61-0c6a1e2b7d44' })
  id!: string;

  @ApiProperty(time('When it was asked for.', '2026-11-27T09:30:00.000Z'))
  asked_at!: string;

  @ApiProperty({ enum: TEXT_KINDS, enumName: 'TextKind' })
  kind!: TextKind;

  @ApiProperty({ type: 'integer', example: 4711 })
  ticket_id!: number;

  @ApiProperty(orNull({ type: 'integer', description: 'The team of the ticket at that time.', example: 2 }))
  team_id!: number | null;

  @ApiProperty({
    enum: TEXT_OUTCOMES,
    enumName: 'TextOutcome',
    description:
      'Whether there is a text (`written`), or why not. `unverified`: too few of its quotes are in the conversation. `stopped`: nobody waited for it any more.',
  })
  outcome!: string;

  @ApiProperty({
    type: 'string',
    maxLength: 200,
    description: 'The configured name of the model.',
    example: 'gemini-3.5-flash-lite',
  })
  model!: string;

  @ApiProperty({ type: 'integer', description: 'The version of the instructions.', example: 1 })
  prompt_version!: number;

  @ApiProperty(orNull({ ...COUNT, description: 'Words of the text; null without one.', example: 42 }))
  words!: number | null;

  @ApiProperty(orNull(time('When a reply was sent that began as this draft.', '2026-11-27T09:34:00.000Z')))
  sent_at!: string | null;

  @ApiProperty(
    orNull({ ...COUNT, description: 'Words by which that reply differs; null if the client did not say.', example: 7 }),
  )
  edit_distance!: number | null;

  @ApiProperty({ ...COUNT, description: 'Time until the answer, in milliseconds.', example: 1900 })
  latency_ms!: number;

  @ApiProperty(
    orNull({
      type: 'number',
      minimum: 0,
      description: 'Cost of the call, in millionths of the unit of the prices. Null if unknown.',
      example: 80,
    }),
  )
  cost_micros!: number | null;
}

export function toWrittenTextDto(row: TextRow): WrittenTextDto {
  return {
    id: row.id,
    asked_at: row.asked_at,
    kind: row.kind,
    ticket_id: row.ticket_id,
    team_id: row.team_id,
    outcome: row.outcome,
    model: row.model,
    prompt_version: row.prompt_version,
    words: row.words,
    sent_at: row.sent_at,
    edit_distance: row.edit_distance,
    latency_ms: row.latency_ms,
    cost_micros: row.cost_micros,
  };
}
