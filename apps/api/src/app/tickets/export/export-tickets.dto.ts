import { ID_MAX } from '@docket/domain';
import { QUERY_MAX_LENGTH } from '@docket/ticket-query';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { EmptyToUndefined, ToNumber } from '../../platform/validation/query-values';
import { EXPORT_FORMATS, type ExportFormat } from './export-format';

const AFTER_MESSAGE = { message: '$property must be the id of a ticket, or 0' };

/** The query string of an export. Empty values are ignored. */
export class ExportTicketsDto {
  @ApiProperty({
    required: false,
    maxLength: QUERY_MAX_LENGTH,
    description:
      'Only tickets that match this query: see `q` of `GET /api/tickets/`. Its number of a ticket finds that ticket, too.',
    example: 'status:open',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsString({ message: '$property must be a text' }) // QueryReader checks the length, and reports a position
  q?: string;

  @ApiProperty({
    required: false,
    enum: EXPORT_FORMATS,
    enumName: 'ExportFormat',
    default: 'ndjson',
    description: 'One JSON object a line, or CSV with a header row.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(EXPORT_FORMATS)
  format?: ExportFormat;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 0,
    maximum: ID_MAX,
    description: 'Only tickets with higher ids: the last one of an export that broke, to resume it.',
    example: 4711,
  })
  @ToNumber()
  @IsOptional()
  @IsInt(AFTER_MESSAGE)
  @Min(0, AFTER_MESSAGE)
  @Max(ID_MAX, AFTER_MESSAGE)
  after?: number;

  @ApiProperty({
    required: false,
    enum: ['excel'],
    description:
      'With `excel`, CSV for a spreadsheet: an apostrophe stands before each text that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`), and a byte order mark at the start. Do not import such a file again.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(['excel'])
  safe?: 'excel';
}
