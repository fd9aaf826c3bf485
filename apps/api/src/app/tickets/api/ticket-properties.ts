import {
  DESCRIPTION_MAX_LENGTH,
  TAGS_MAX,
  TAG_MAX_LENGTH,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  TITLE_MAX_LENGTH,
} from '@docket/domain';
import type { ApiPropertyOptions } from '@nestjs/swagger';

/** The OpenAPI descriptions of a ticket's fields, shared by all schemas. */
export const TICKET_PROPERTIES = {
  id: { type: 'integer', format: 'int32', minimum: 1, description: 'Assigned by the database.', example: 7 },
  title: {
    type: 'string',
    minLength: 1,
    maxLength: TITLE_MAX_LENGTH,
    description: 'One-line summary. Trimmed; at least one visible character; counted in code points.',
    example: 'Charged twice for October',
  },
  description: {
    type: 'string',
    minLength: 1,
    maxLength: DESCRIPTION_MAX_LENGTH,
    description: 'Full text, stored exactly as sent; at least one visible character; counted in code points.',
    example:
      'My card was charged 29.00 EUR on the 3rd and again on the 4th for the same invoice. Please refund one of the two.',
  },
  category: {
    enum: [...TICKET_CATEGORIES],
    enumName: 'TicketCategory',
    enumSchema: { description: 'The subject area of a ticket.' },
    example: 'billing',
  },
  priority: {
    enum: [...TICKET_PRIORITIES],
    enumName: 'TicketPriority',
    enumSchema: { description: 'The urgency of a ticket, from least to most urgent.' },
    example: 'high',
  },
  status: {
    enum: [...TICKET_STATUSES],
    enumName: 'TicketStatus',
    enumSchema: { description: 'The state of a ticket. It may change from any status to any other.' },
    example: 'open',
  },
  created_at: {
    type: 'string',
    format: 'date-time',
    description: 'Time of filing in UTC, to the millisecond.',
    example: '2026-11-22T09:14:03.120Z',
  },
  updated_at: {
    type: 'string',
    format: 'date-time',
    description: 'Time of the last change in UTC, to the millisecond.',
    example: '2026-11-22T10:02:41.007Z',
  },
  assignee_id: {
    type: 'integer',
    format: 'int32',
    minimum: 1,
    nullable: true,
    description: 'Who works on it: the id of one of `GET /api/assignees`, or null for nobody.',
    example: 3,
  },
  team_id: {
    type: 'integer',
    format: 'int32',
    minimum: 1,
    nullable: true,
    description: 'The team that works on it, or null for none.',
    example: 2,
  },
  tags: {
    type: 'array',
    // Not TAG_PATTERN: its character classes need a regular expression flag that not all validators set.
    items: { type: 'string', minLength: 1, maxLength: TAG_MAX_LENGTH, pattern: '^\\S+$', example: 'mfa' },
    maxItems: TAGS_MAX,
    description:
      'Words for finding and sorting. Letters and digits of any script, `_` and `-`; in lower case, without duplicates, sorted. Absent for none.',
    example: ['mfa', 'payroll'],
  },
  version: {
    type: 'integer',
    format: 'int32',
    minimum: 1,
    description: 'Grows with every change. `If-Match` takes it as `"<id>-<version>"`.',
    example: 3,
  },
} satisfies Record<string, ApiPropertyOptions>;
