import { ID_MAX } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsId } from '../../platform/validation/is-id';
import { ToNumber } from '../../platform/validation/query-values';

export const REQUESTERS_PAGE_DEFAULT = 200;
const REQUESTERS_PAGE_MAX = 1_000;

const LIMIT_MESSAGE = { message: `$property must be a whole number from 1 to ${REQUESTERS_PAGE_MAX}` };
const CURSOR_MESSAGE = { message: '$property must be a cursor from the Link header of a page' };

/** The query string of the list of requesters. Empty values are ignored. */
export class ListRequestersDto {
  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: REQUESTERS_PAGE_MAX,
    default: REQUESTERS_PAGE_DEFAULT,
    description: 'Maximum page size.',
    example: REQUESTERS_PAGE_DEFAULT,
  })
  @ToNumber()
  @IsOptional()
  @IsInt(LIMIT_MESSAGE)
  @Min(1, LIMIT_MESSAGE)
  @Max(REQUESTERS_PAGE_MAX, LIMIT_MESSAGE)
  limit?: number;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: ID_MAX,
    description: 'Page cursor, from the Link header of another page.',
  })
  @ToNumber()
  @IsOptional()
  @IsId(CURSOR_MESSAGE)
  cursor?: number;
}
