import { ApiProperty } from '@nestjs/swagger';
import { ProblemDto } from '../problems/problem.dto';
import { READINESS_REASONS, type ReadinessReason } from './readiness-reasons';

/** The response of a successful probe. */
export class HealthDto {
  @ApiProperty({
    enum: ['ok'],
    description: 'Always `ok`. A failed probe responds with a problem document.',
    example: 'ok',
  })
  status!: 'ok';
}

const WRITABLE = { description: 'Whether changes are stored. If not, they get 503, and reads work.', example: true };

const REASONS = {
  enum: READINESS_REASONS,
  enumName: 'ReadinessReason',
  isArray: true,
  description: 'What does not work at the moment. Empty if everything does.',
};

/** The state of an API that serves requests. */
export class ReadinessDto extends HealthDto {
  @ApiProperty(WRITABLE)
  writable!: boolean;

  @ApiProperty({ ...REASONS, example: [] })
  reasons!: ReadinessReason[];
}

/** The state of an API that should receive no requests. */
export class NotReadyProblemDto extends ProblemDto {
  @ApiProperty({ ...WRITABLE, example: false })
  writable!: boolean;

  @ApiProperty({ ...REASONS, example: ['no-connection'] })
  reasons!: ReadinessReason[];
}
