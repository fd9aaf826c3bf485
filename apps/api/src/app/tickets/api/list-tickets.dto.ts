import {
  ID_MAX,
  PAGE_SIZE_DEFAULT,
  PAGE_SIZE_MAX,
  TAGS_MAX,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_SORTS,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketPriority,
  type TicketSort,
  type TicketStatus,
} from '@docket/domain';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { QUERY_MAX_LENGTH } from '@docket/ticket-query';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { IsCursor } from '../../platform/validation/is-cursor';
import { IsDay } from '../../platform/validation/is-day';
import { IsListOfEmailAddresses } from '../../platform/validation/email-address';
import { IsListOf } from '../../platform/validation/is-list-of';
import { LISTED_IDS_MAX, IsListOfIds } from '../../platform/validation/is-list-of-ids';
import { IsTags } from '../../platform/validation/is-tags';
import { IsText } from '../../platform/validation/is-text';
import { EmptyToUndefined, ToList, ToNumber } from '../../platform/validation/query-values';
import { TICKET_PROPERTIES } from './ticket-properties';

/** Maximum length of a search, in Unicode code points. */
const SEARCH_MAX_LENGTH = 500;

/** Maximum number of ids in a request for tickets by id. */
const IDS_MAX = 200;

const LIMIT_MESSAGE = { message: `$property must be a whole number from 1 to ${PAGE_SIZE_MAX}` };

/** The query string of the ticket list. Empty values are ignored. All filters must match. */
export class ListTicketsDto {
  @ApiProperty({
    required: false,
    maxLength: QUERY_MAX_LENGTH,
    description:
      'A query in the language of the query box: words, `"quoted phrases"`, a number such as `#4711`, and filters such as `status:open,in_progress`, `-category:billing`, `priority:high`, `assignee:me`, `team:none`, `tag:refund`, `requester:nora@example.com`, and `created:>=2026-11-01`, `created:2026-11` or `created:2026-11-01..2026-11-07`. A comma is "or", `-` is "not". A ticket has to match all filters, including those of the other parameters. Name people and teams by name or number, and put names with spaces in quotation marks. Text in quotation marks is never a filter. Each error has the `position` of the mistake.',
    example: 'refund status:open assignee:me',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsString({ message: '$property must be a text' }) // QueryReader checks the length, and reports a position
  q?: string;

  @ApiProperty({
    required: false,
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: ID_MAX },
    maxItems: IDS_MAX,
    description: `The ids of up to ${IDS_MAX} tickets, comma-separated or repeated. The response has these tickets in this order, and \`Docket-Missing\` the ids without one; the other parameters have no effect.`,
    example: [4711, 12],
  })
  @ToList()
  @IsOptional()
  @IsListOfIds([], IDS_MAX)
  ids?: string[];

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

  @ApiProperty(
    relationFilter(
      'Only tickets that these people work on: their ids, `me` for whoever is signed in, or `none` for nobody.',
      { pattern: '^(me|none|[1-9]\\d{0,9})$', example: '3' },
    ),
  )
  @ToList()
  @IsOptional()
  @IsListOfIds(['me', 'none'])
  assignee?: string[];

  @ApiProperty(
    relationFilter('Only tickets of these teams: their ids, or `none` for no team.', {
      pattern: '^(none|[1-9]\\d{0,9})$',
      example: '2',
    }),
  )
  @ToList()
  @IsOptional()
  @IsListOfIds(['none'])
  team?: string[];

  @ApiProperty(relationFilter('Only tickets with at least one of these tags.', TICKET_PROPERTIES.tags.items, TAGS_MAX))
  @ToList()
  @IsOptional()
  @IsTags()
  tag?: string[];

  @ApiProperty(
    relationFilter('Only tickets of these requesters, by their email addresses.', {
      format: 'idn-email',
      example: 'nora@example.com',
    }),
  )
  @ToList()
  @IsOptional()
  @IsListOfEmailAddresses({ maxSize: LISTED_IDS_MAX })
  requester?: string[];

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
    enum: TICKET_SORTS,
    enumName: 'TicketSort',
    default: 'newest',
    description:
      'The order of the list: by the time of filing, or by `priority`, the most urgent first and, of each priority, the newest first. If the search is the number of a ticket, that ticket comes first; by priority, it comes first of its priority.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsIn(TICKET_SORTS, { message: `$property must be one of ${TICKET_SORTS.join(', ')}` })
  sort?: TicketSort;

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

/** Schema of the values in a list. */
interface ItemSchema {
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly example: string;
}

/** @param item the schema of each value */
function relationFilter(description: string, item: ItemSchema, maxItems = LISTED_IDS_MAX): ApiPropertyOptions {
  return {
    required: false,
    type: 'array',
    items: { type: 'string', ...item },
    maxItems,
    description: `${description} Comma-separated or repeated.`,
    example: [item.example],
  };
}

function dayFilter(description: string): ApiPropertyOptions {
  return { required: false, type: 'string', format: 'date', description };
}
