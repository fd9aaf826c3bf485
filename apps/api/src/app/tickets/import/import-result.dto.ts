import { ApiProperty } from '@nestjs/swagger';
import { ProblemErrorDto } from '../../platform/problems/problem.dto';
import { ImportCheckDto } from './import-check.dto';
import { ImportReadingDto } from './import-reading.dto';

/** A skipped row, with its first errors. */
export class ImportErrorDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The line in the file, from 1.', example: 17 })
  line!: number;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    description: 'The number of the row in a JSON document, from 1. Absent for other files.',
    example: 16,
  })
  row?: number;

  @ApiProperty({ type: [ProblemErrorDto], minItems: 1, maxItems: 20, description: 'The first errors of the row.' })
  errors!: ProblemErrorDto[];
}

/** The result of an import. */
export class ImportResultDto {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Rows that became tickets. A check stores none.',
    example: 10476,
  })
  imported!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows that were skipped.', example: 13 })
  rejected!: number;

  @ApiProperty({
    type: [ImportErrorDto],
    maxItems: 1000,
    description: 'The first 1,000 skipped rows. The counts include all rows.',
  })
  errors!: ImportErrorDto[];

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    description:
      'Rows that changed nothing, because a ticket with their `external_id` exists. Absent if there are none.',
    example: 250,
  })
  already_imported?: number;

  @ApiProperty({
    required: false,
    description:
      'How Docket understood the file. Present in a check, and if the file does not use the names of this API throughout.',
  })
  reading?: ImportReadingDto;

  @ApiProperty({ required: false, description: 'Present exactly if the parameter `check` is true.' })
  check?: ImportCheckDto;
}
