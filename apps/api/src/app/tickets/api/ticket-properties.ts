import {
  DESCRIPTION_MAX_LENGTH,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  TITLE_MAX_LENGTH,
} from '@docket/domain';
import type { ApiPropertyOptions } from '@nestjs/swagger';

/** How the OpenAPI document describes each field of a ticket; the same words wherever the field occurs. */
export const TICKET_PROPERTIES = {
  id: { type: 'integer', format: 'int32', minimum: 1, description: 'Given by the database.', example: 7 },
  title: {
    type: 'string',
    minLength: 1,
    maxLength: TITLE_MAX_LENGTH,
    description: 'What it is about, in one line. Trimmed; at least one visible character; counted in code points.',
    example: 'Charged twice for October',
  },
  description: {
    type: 'string',
    minLength: 1,
    maxLength: DESCRIPTION_MAX_LENGTH,
    description: 'The whole story, stored exactly as sent; at least one visible character; counted in code points.',
    example:
      'My card was charged 29.00 EUR on the 3rd and again on the 4th for the same invoice. Please refund one of the two.',
  },
  category: {
    enum: [...TICKET_CATEGORIES],
    enumName: 'TicketCategory',
    enumSchema: { description: 'What a ticket is about.' },
    example: 'billing',
  },
  priority: {
    enum: [...TICKET_PRIORITIES],
    enumName: 'TicketPriority',
    enumSchema: { description: 'How urgent a ticket is, from the least to the most urgent.' },
    example: 'high',
  },
  status: {
    enum: [...TICKET_STATUSES],
    enumName: 'TicketStatus',
    enumSchema: { description: 'Where a ticket stands. Any change between two of them is allowed.' },
    example: 'open',
  },
  created_at: {
    type: 'string',
    format: 'date-time',
    description: 'When it was filed, in UTC, to the millisecond.',
    example: '2026-11-22T09:14:03.120Z',
  },
  updated_at: {
    type: 'string',
    format: 'date-time',
    description: 'When it was last changed, in UTC, to the millisecond.',
    example: '2026-11-22T10:02:41.007Z',
  },
} satisfies Record<string, ApiPropertyOptions>;
