import { ApiProperty } from '@nestjs/swagger';
import { COUNT, orNull } from './measured.dto';

export class LatencyDto {
  @ApiProperty({ ...COUNT, description: 'Requests that waited.', example: 3098 })
  n!: number;

  @ApiProperty(
    orNull({
      ...COUNT,
      description: 'Half of them took at most this, in milliseconds, rounded down to tens. Null below 30 requests.',
      example: 900,
    }),
  )
  p50!: number | null;

  @ApiProperty(
    orNull({ ...COUNT, description: '95 % of them took at most this. Null below 30 requests.', example: 2600 }),
  )
  p95!: number | null;
}

export class CostDto {
  @ApiProperty({ type: 'number', minimum: 0, description: 'Millionths of the unit of the prices.', example: 4_180_000 })
  micros!: number;

  @ApiProperty({ ...COUNT, description: 'Calls whose cost is known.', example: 3186 })
  priced_calls!: number;

  @ApiProperty({
    ...COUNT,
    description:
      'Calls whose cost is unknown, such as those that timed out or whose model had no price: it is not part of `micros`.',
    example: 12,
  })
  unpriced_calls!: number;
}

export class BudgetDto {
  @ApiProperty({
    type: 'number',
    minimum: 0,
    description:
      'What calls of this UTC month cost, as far as it is known, for whatever purpose. In millionths of the unit of the prices.',
    example: 4_180_000,
  })
  micros!: number;

  @ApiProperty(
    orNull({
      type: 'number',
      minimum: 0,
      description: 'The most that they may cost (`CLASSIFY_MONTHLY_BUDGET`). Null without a limit.',
      example: 20_000_000,
    }),
  )
  limit_micros!: number | null;
}
