import { ApiProperty } from '@nestjs/swagger';
import { ProblemErrorDto } from '../../platform/problems/problem.dto';

/** A skipped row, with all its errors. */
export class ImportErrorDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The line in the file, from 1.', example: 17 })
  line!: number;

  @ApiProperty({ type: [ProblemErrorDto], description: 'All errors of the row.' })
  errors!: ProblemErrorDto[];
}

/** The result of an import. */
export class ImportResultDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows that became tickets.', example: 10476 })
  imported!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows that were skipped.', example: 13 })
  rejected!: number;

  @ApiProperty({
    type: [ImportErrorDto],
    maxItems: 1000,
    description: 'The first 1,000 skipped rows. The counts include all rows.',
  })
  errors!: ImportErrorDto[];
}
