import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

export const COUNT = { type: 'integer', minimum: 0 } as const;
export const SHARE = { type: 'number', minimum: 0, maximum: 1 } as const;
export const orNull = (options: ApiPropertyOptions) => ({ ...options, nullable: true });

/** A share of cases. */
export class MeasuredDto {
  @ApiProperty({ ...COUNT, description: 'Number of cases.', example: 212 })
  n!: number;

  @ApiProperty({ ...COUNT, description: 'Those that were right.', example: 179 })
  right!: number;

  @ApiProperty(orNull({ ...SHARE, description: '`right` of `n`; null below 30 cases.', example: 0.844 }))
  share!: number | null;

  @ApiProperty(
    orNull({
      type: 'array',
      items: SHARE,
      minItems: 2,
      maxItems: 2,
      description: 'The Wilson interval of 95 %; null below 30 cases.',
      example: [0.789, 0.887],
    }),
  )
  interval!: readonly [number, number] | null;
}
