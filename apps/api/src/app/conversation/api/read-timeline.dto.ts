import { EVENT_ID_MAX, TIMELINE_PAGE_DEFAULT, TIMELINE_PAGE_MAX } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { ToNumber } from '../../platform/validation/query-values';

const LIMIT_MESSAGE = { message: `$property must be a whole number from 1 to ${TIMELINE_PAGE_MAX}` };
const BEFORE_MESSAGE = { message: '$property must be the id of an event' };

/** The query string of a timeline. */
export class ReadTimelineDto {
  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: TIMELINE_PAGE_MAX,
    default: TIMELINE_PAGE_DEFAULT,
    description: 'Maximum number of entries. A page also ends after 1 MB of messages.',
    example: TIMELINE_PAGE_DEFAULT,
  })
  @ToNumber()
  @IsOptional()
  @IsInt(LIMIT_MESSAGE)
  @Min(1, LIMIT_MESSAGE)
  @Max(TIMELINE_PAGE_MAX, LIMIT_MESSAGE)
  limit?: number;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: EVENT_ID_MAX,
    description: 'Only entries before the one with this id. The `Link` header of a page has it.',
    example: 4711,
  })
  @ToNumber()
  @IsOptional()
  @IsInt(BEFORE_MESSAGE)
  @Min(1, BEFORE_MESSAGE)
  @Max(EVENT_ID_MAX, BEFORE_MESSAGE)
  before?: number;
}
