import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min, ValidateBy } from 'class-validator';
import { POSITION_PATTERN, decodeChangePosition } from '../../history';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { EmptyToUndefined, ToNumber } from '../../platform/validation/query-values';

/** Maximum and default number of changes on a page. */
const CHANGES_MAX = 500;
export const CHANGES_DEFAULT = 100;

/** Maximum time that a request waits for changes, in seconds: proxies close requests that have been silent for 30 s or longer. */
export const WAIT_MAX_SECONDS = 25;

const START = 'start';

const LIMIT_MESSAGE = { message: `$property must be a whole number from 1 to ${CHANGES_MAX}` };
const WAIT_MESSAGE = { message: `$property must be a whole number from 0 to ${WAIT_MAX_SECONDS}` };

/**
 * The query string of the changes. Empty values are ignored, except for the cursor: ignoring that one would make a program miss earlier
 * changes.
 */
export class ReadChangesDto {
  @ApiProperty({
    required: false,
    pattern: `^(?:${START}|${POSITION_PATTERN.slice(1, -1)})$`,
    description:
      '`next` of the last response, or `Docket-Changes-Cursor` of an export. `start` stands for the beginning of the history. Without a cursor, the response has no changes, only the cursor of those that follow from now on.',
    example: '4294967297.752.4711',
  })
  @IsOptional()
  @ValidateBy({
    name: 'isChangePosition',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && (value === START || decodeChangePosition(value) !== undefined),
      defaultMessage: () => `$property must be ${START}, or a cursor from another response`,
    },
  })
  cursor?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 0,
    maximum: WAIT_MAX_SECONDS,
    default: 0,
    description:
      'The time to wait if there are no changes, in seconds. The response comes with the first change, or without any at the end of that time.',
    example: WAIT_MAX_SECONDS,
  })
  @ToNumber()
  @IsOptional()
  @IsInt(WAIT_MESSAGE)
  @Min(0, WAIT_MESSAGE)
  @Max(WAIT_MAX_SECONDS, WAIT_MESSAGE)
  wait?: number;

  @ApiProperty({
    required: false,
    enum: ['ticket'],
    description:
      'With `ticket`, each change has the ticket as it is now, or null if it does not exist any more. A page then ends at 1 MB of titles and descriptions.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(['ticket'])
  include?: 'ticket';

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: CHANGES_MAX,
    default: CHANGES_DEFAULT,
    description: 'Maximum number of changes of a page.',
    example: CHANGES_DEFAULT,
  })
  @ToNumber()
  @IsOptional()
  @IsInt(LIMIT_MESSAGE)
  @Min(1, LIMIT_MESSAGE)
  @Max(CHANGES_MAX, LIMIT_MESSAGE)
  limit?: number;
}

/** The position of a valid cursor; undefined without a cursor. */
export function positionOf({ cursor }: ReadChangesDto): ReturnType<typeof decodeChangePosition> | 'start' {
  return cursor === undefined || cursor === START ? cursor : decodeChangePosition(cursor);
}
