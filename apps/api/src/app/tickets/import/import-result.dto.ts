import { ApiProperty } from '@nestjs/swagger';
import { ProblemErrorDto } from '../../platform/problems/problem.dto';

/** A row that was skipped, and everything that is wrong with it. */
export class ImportErrorDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The line in the file, the first being 1.', example: 17 })
  line!: number;

  @ApiProperty({ type: [ProblemErrorDto], description: 'Everything that is wrong with the row.' })
  errors!: ProblemErrorDto[];
}

/** What became of the rows of a file. */
export class ImportResultDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows that are tickets now.', example: 10476 })
  imported!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows that were skipped.', example: 13 })
  rejected!: number;

  @ApiProperty({
    type: [ImportErrorDto],
    maxItems: 1000,
    description: 'Why rows were skipped: the first 1,000 of them. The counts above are complete.',
  })
  errors!: ImportErrorDto[];
}
