import { ApiProperty } from '@nestjs/swagger';

/** One thing that is wrong with a request. */
export class ProblemErrorDto {
  @ApiProperty({
    required: false,
    description: 'Where in the body, as a JSON pointer (RFC 6901); the empty text is the body itself.',
    example: '/title',
  })
  pointer?: string;

  @ApiProperty({ required: false, description: 'Which parameter of the URL or the headers.', example: 'limit' })
  parameter?: string;

  @ApiProperty({ description: 'What is wrong with it.', example: 'must be at most 200 characters' })
  detail!: string;
}

/** Why a request failed: a problem document (RFC 9457). */
export class ProblemDto {
  @ApiProperty({
    format: 'uri-reference',
    description: 'The kind of problem: a stable name to branch on.',
    example: '/problems/validation',
  })
  type!: string;

  @ApiProperty({ description: 'The kind of problem in words.', example: 'The request is not valid' })
  title!: string;

  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599, description: 'The HTTP status.', example: 400 })
  status!: number;

  @ApiProperty({ description: 'What went wrong this time.', example: 'title must be at most 200 characters' })
  detail!: string;

  @ApiProperty({ format: 'uri-reference', description: 'The path of the request.' })
  instance!: string;

  @ApiProperty({
    description: 'Names the request in the log; also in the header X-Request-Id.',
    example: '5c2e43b0-1a70-4d83-9a55-7f0a3c9d1e42',
  })
  request_id!: string;

  @ApiProperty({
    type: [ProblemErrorDto],
    required: false,
    description: 'Everything that is wrong with the input, at once.',
  })
  errors?: ProblemErrorDto[];
}
