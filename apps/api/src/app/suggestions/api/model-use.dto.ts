import { ApiProperty } from '@nestjs/swagger';
import { COUNT, orNull } from './measured.dto';

export class LatencyDto {
  @ApiProperty(
    orNull({
      ...COUNT,
      description: 'Half of the requests took at most this, in milliseconds, rounded down to tens.',
      example: 900,
    }),
  )
  p50!: number | null;

  @ApiProperty(orNull({ ...COUNT, description: '95 % of them did.', example: 2600 }))
  p95!: number | null;
}

export class CostDto {
  @ApiProperty({ type: 'number', minimum: 0, description: 'Millionths of the unit of the prices.', example: 4_180_000 })
  micros!: number;

  @ApiProperty({ ...COUNT, description: 'Calls whose cost is known.', example: 3186 })
  priced_calls!: number;

  @ApiProperty({ ...COUNT, description: 'Calls whose cost is unknown: it is not part of `micros`.', example: 12 })
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
