import {
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
} from '@docket/domain';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

const COUNT = { type: 'integer', minimum: 0 } as const;

function breakdown(values: readonly string[], description: string): ApiPropertyOptions {
  return {
    type: 'object',
    description,
    properties: Object.fromEntries(values.map((value) => [value, COUNT])),
    required: [...values],
    selfRequired: true,
    additionalProperties: false,
    example: Object.fromEntries(values.map((value, index) => [value, 30 - 7 * index])),
  };
}

/** The number of tickets filed on one day. */
export class TicketsOnDayDto {
  @ApiProperty({ format: 'date', description: 'A day in UTC.', example: '2026-11-22' })
  date!: string;

  @ApiProperty({ ...COUNT, description: 'Tickets filed on that day.', example: 7 })
  count!: number;
}

/** Counts of one snapshot. Each breakdown has all keys, zero included, and adds up to the total. */
export class TicketStatsDto {
  @ApiProperty({ ...COUNT, description: 'All tickets.', example: 78 })
  total_tickets!: number;

  @ApiProperty({ ...COUNT, description: 'Tickets whose status is open.', example: 30 })
  open_tickets!: number;

  @ApiProperty({
    type: 'number',
    minimum: 0,
    description: 'Tickets per day over the UTC days that have any, to 2 decimals; 0 without any ticket.',
    example: 8.3,
  })
  avg_tickets_per_day!: number;

  @ApiProperty(breakdown(TICKET_PRIORITIES, 'Tickets of each priority.'))
  priority_breakdown!: Record<TicketPriority, number>;

  @ApiProperty(breakdown(TICKET_CATEGORIES, 'Tickets of each category.'))
  category_breakdown!: Record<TicketCategory, number>;

  @ApiProperty(breakdown(TICKET_STATUSES, 'Tickets of each status.'))
  status_breakdown!: Record<TicketStatus, number>;

  @ApiProperty({
    type: [TicketsOnDayDto],
    minItems: 30,
    maxItems: 30,
    description: 'The last 30 days in UTC, oldest first, today included.',
  })
  tickets_per_day!: TicketsOnDayDto[];
}
