import { ApiProperty } from '@nestjs/swagger';

/** The answer of a probe that found nothing wrong. */
export class HealthDto {
  @ApiProperty({ enum: ['ok'], description: 'Always `ok`: what is wrong is answered as a problem.', example: 'ok' })
  status!: 'ok';
}
