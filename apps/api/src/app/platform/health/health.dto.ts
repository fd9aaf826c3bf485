import { ApiProperty } from '@nestjs/swagger';

/** The response of a successful probe. */
export class HealthDto {
  @ApiProperty({
    enum: ['ok'],
    description: 'Always `ok`. A failed probe responds with a problem document.',
    example: 'ok',
  })
  status!: 'ok';
}
