import { ID_MAX, REQUESTER_NAME_MAX_LENGTH } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsId } from '../../platform/validation/is-id';
import { IsText } from '../../platform/validation/is-text';
import { EmptyToUndefined, ToNumber } from '../../platform/validation/query-values';

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

  @ApiProperty({
    required: false,
    maxLength: REQUESTER_NAME_MAX_LENGTH,
    description: 'A part of the email address or of the name, in upper or lower case.',
    example: 'lindq',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsText({ maxLength: REQUESTER_NAME_MAX_LENGTH })
  contains?: string;
}
