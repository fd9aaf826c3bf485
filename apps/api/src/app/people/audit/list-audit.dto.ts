import { ID_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, SECURITY_EVENTS, type SecurityEventName } from '@docket/domain';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsCursor } from '../../platform/validation/is-cursor';
import { IsDay } from '../../platform/validation/is-day';
import { IsId } from '../../platform/validation/is-id';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { EmptyToUndefined, ToNumber } from '../../platform/validation/query-values';

const LIMIT_MESSAGE = { message: `$property must be a whole number from 1 to ${PAGE_SIZE_MAX}` };
const ID_MESSAGE = { message: '$property must be the id of a person' };

/** The query string of the audit log. Empty values are ignored; all filters combine. */
export class ListAuditDto {
  @ApiProperty({
    required: false,
    enum: SECURITY_EVENTS,
    enumName: 'SecurityEventName',
    description: 'Only events of this kind.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(SECURITY_EVENTS)
  event?: SecurityEventName;

  @ApiProperty(idFilter('Only events in which this person acted.'))
  @ToNumber()
  @IsOptional()
  @IsId(ID_MESSAGE)
  actor?: number;

  @ApiProperty(idFilter('Only events in which this person acted, or that are about them.'))
  @ToNumber()
  @IsOptional()
  @IsId(ID_MESSAGE)
  person?: number;

  @ApiProperty(dayFilter('Only events on this day, in UTC, or later.'))
  @EmptyToUndefined()
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiProperty(dayFilter('Only events on this day, in UTC, or earlier.'))
  @EmptyToUndefined()
  @IsOptional()
  @IsDay()
  to?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: PAGE_SIZE_MAX,
    default: PAGE_SIZE_DEFAULT,
    description: 'Maximum page size. An export ignores it.',
    example: PAGE_SIZE_DEFAULT,
  })
  @ToNumber()
  @IsOptional()
  @IsInt(LIMIT_MESSAGE)
  @Min(1, LIMIT_MESSAGE)
  @Max(PAGE_SIZE_MAX, LIMIT_MESSAGE)
  limit?: number;

  @ApiProperty({
    required: false,
    description: 'Opaque page cursor, from the Link header of another page. An export ignores it.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsCursor()
  cursor?: string;
}

function idFilter(description: string): ApiPropertyOptions {
  return { required: false, type: 'integer', minimum: 1, maximum: ID_MAX, description, example: 3 };
}

function dayFilter(description: string): ApiPropertyOptions {
  return { required: false, type: 'string', format: 'date', description };
}
