import {
  PAGE_SIZE_DEFAULT,
  PAGE_SIZE_MAX,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
} from '@docket/domain';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsCursor } from '../../platform/validation/is-cursor';
import { IsDay } from '../../platform/validation/is-day';
import { IsListOf } from '../../platform/validation/is-list-of';
import { IsText } from '../../platform/validation/is-text';
import { EmptyToUndefined, ToList, ToNumber } from '../../platform/validation/query-values';

/** Maximum length of a search, in Unicode code points. */
const SEARCH_MAX_LENGTH = 500;

const LIMIT_MESSAGE = { message: `$property must be a whole number from 1 to ${PAGE_SIZE_MAX}` };

/** The query string of the ticket list. Empty values are ignored; all filters combine. */
export class ListTicketsDto {
  @ApiProperty({
    required: false,
    maxLength: SEARCH_MAX_LENGTH,
    description:
      'Finds text in the title or the description. Texts that look equal are equal: in any case, composed or decomposed, full or half width, with typographic or plain quotes, with the digits of any script; invisible characters, Arabic vowel marks and Hebrew points do not count. All words must occur, in any order; a "quoted phrase" must occur as written. No character is a wildcard. The ticket with the number `4711` comes first for `4711`, `#4711`, `# 4711`, `No. 4711`, `ticket 4711` and the address of its page.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsText({ maxLength: SEARCH_MAX_LENGTH, mayBeBlank: true })
  search?: string;

  @ApiProperty(propertyFilter(TICKET_CATEGORIES, 'TicketCategory', 'categories'))
  @ToList()
  @IsOptional()
  @IsListOf(TICKET_CATEGORIES)
  category?: TicketCategory[];

  @ApiProperty(propertyFilter(TICKET_PRIORITIES, 'TicketPriority', 'priorities'))
  @ToList()
  @IsOptional()
  @IsListOf(TICKET_PRIORITIES)
  priority?: TicketPriority[];

  @ApiProperty(propertyFilter(TICKET_STATUSES, 'TicketStatus', 'statuses'))
  @ToList()
  @IsOptional()
  @IsListOf(TICKET_STATUSES)
  status?: TicketStatus[];

  @ApiProperty(dayFilter('Only tickets filed on this day, in UTC, or later.'))
  @EmptyToUndefined()
  @IsOptional()
  @IsDay()
  created_from?: string;

  @ApiProperty(dayFilter('Only tickets filed on this day, in UTC, or earlier.'))
  @EmptyToUndefined()
  @IsOptional()
  @IsDay()
  created_to?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: PAGE_SIZE_MAX,
    default: PAGE_SIZE_DEFAULT,
    description: 'Maximum page size.',
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
    description: 'Opaque page cursor, from the Link header of another page.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsCursor()
  cursor?: string;
}

function propertyFilter(values: readonly string[], enumName: string, plural: string): ApiPropertyOptions {
  return {
    required: false,
    isArray: true,
    enum: [...values],
    enumName,
    description: `Only tickets with these ${plural}, comma-separated or repeated.`,
    example: [values[0]],
  };
}

function dayFilter(description: string): ApiPropertyOptions {
  return { required: false, type: 'string', format: 'date', description };
}
