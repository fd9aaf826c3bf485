import { ApiProperty } from '@nestjs/swagger';

/** One error in a request. */
export class ProblemErrorDto {
  @ApiProperty({
    required: false,
    description: 'JSON pointer (RFC 6901) to the invalid part of the body; empty for the whole body.',
    example: '/title',
  })
  pointer?: string;

  @ApiProperty({
    required: false,
    description: 'The invalid parameter of the path, the query or the headers.',
    example: 'limit',
  })
  parameter?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 0,
    description: 'Where the error in a text begins: the number of UTF-16 code units before it.',
    example: 12,
  })
  position?: number;

  @ApiProperty({ required: false, description: 'The text with the error corrected.', example: 'status:open refund' })
  suggestion?: string;

  @ApiProperty({ description: 'The rule that the value breaks.', example: 'must be at most 200 characters' })
  detail!: string;
}

/** A problem document (RFC 9457). */
export class ProblemDto {
  @ApiProperty({
    format: 'uri-reference',
    description: 'The problem type, for programs. Stable.',
    example: '/problems/validation',
  })
  type!: string;

  @ApiProperty({ description: 'The problem type in words.', example: 'The request is not valid' })
  title!: string;

  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599, description: 'The HTTP status.', example: 400 })
  status!: number;

  @ApiProperty({ description: 'The cause of this problem.', example: 'title must be at most 200 characters' })
  detail!: string;

  @ApiProperty({ format: 'uri-reference', description: 'The path of the request.' })
  instance!: string;

  @ApiProperty({
    description: 'The id of the request in the log, as in the header X-Request-Id.',
    example: '5c2e43b0-1a70-4d83-9a55-7f0a3c9d1e42',
  })
  request_id!: string;

  @ApiProperty({
    required: false,
    pattern: '^[0-9a-f]{32}$',
    description: 'The trace of the request, if it has a valid header `traceparent` (W3C Trace Context).',
    example: '4bf92f3577b34da6a3ce929d0e0e4736',
  })
  trace_id?: string;

  @ApiProperty({
    type: [ProblemErrorDto],
    required: false,
    description: 'All errors in the input.',
  })
  errors?: ProblemErrorDto[];
}
