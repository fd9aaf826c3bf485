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
import { IsCursor } from './is-cursor';
import { IsDay } from '../../platform/validation/is-day';
import { IsListOf } from '../../platform/validation/is-list-of';
import { IsText } from '../../platform/validation/is-text';
import { IsWholeNumber } from '../../platform/validation/is-whole-number';
import { MayBeAbsent } from '../../platform/validation/may-be-absent';
import { BlankIsAbsent, ToList, ToNumber } from '../../platform/validation/query-values';

/** Longest search, in Unicode code points. */
export const SEARCH_MAX_LENGTH = 500;

/** The query string of the ticket list. An empty value is no filter; all filters combine. */
export class ListTicketsDto {
  @ApiProperty({
    required: false,
    maxLength: SEARCH_MAX_LENGTH,
    description:
      'Finds text in the title or the description, whatever its case. Several words all have to occur, in any order; a "quoted phrase" has to occur as it is. No character is a wildcard.',
  })
  @BlankIsAbsent()
  @MayBeAbsent()
  @IsText({ maxLength: SEARCH_MAX_LENGTH, mayBeBlank: true })
  search?: string;

  @ApiProperty(labels(TICKET_CATEGORIES, 'TicketCategory', 'categories'))
  @ToList()
  @MayBeAbsent()
  @IsListOf(TICKET_CATEGORIES)
  category?: TicketCategory[];

  @ApiProperty(labels(TICKET_PRIORITIES, 'TicketPriority', 'priorities'))
  @ToList()
  @MayBeAbsent()
  @IsListOf(TICKET_PRIORITIES)
  priority?: TicketPriority[];

  @ApiProperty(labels(TICKET_STATUSES, 'TicketStatus', 'statuses'))
  @ToList()
  @MayBeAbsent()
  @IsListOf(TICKET_STATUSES)
  status?: TicketStatus[];

  @ApiProperty(day('Only tickets filed on this day, in UTC, or later.'))
  @BlankIsAbsent()
  @MayBeAbsent()
  @IsDay()
  created_from?: string;

  @ApiProperty(day('Only tickets filed on this day, in UTC, or earlier.'))
  @BlankIsAbsent()
  @MayBeAbsent()
  @IsDay()
  created_to?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: PAGE_SIZE_MAX,
    default: PAGE_SIZE_DEFAULT,
    description: 'Most tickets on a page.',
    example: PAGE_SIZE_DEFAULT,
  })
  @ToNumber()
  @MayBeAbsent()
  @IsWholeNumber(1, PAGE_SIZE_MAX)
  limit?: number;

  @ApiProperty({
    required: false,
    description: 'Where a page begins: opaque, and only ever taken from the Link header of another page.',
  })
  @BlankIsAbsent()
  @MayBeAbsent()
  @IsCursor()
  cursor?: string;
}

function labels(values: readonly string[], enumName: string, plural: string): ApiPropertyOptions {
  return {
    required: false,
    isArray: true,
    enum: [...values],
    enumName,
    description: `Only tickets of these ${plural}, comma-separated or repeated.`,
    example: [values[0]],
  };
}

function day(description: string): ApiPropertyOptions {
  return { required: false, type: 'string', format: 'date', description };
}
