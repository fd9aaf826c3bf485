/** What a ticket is about. */
export const TICKET_CATEGORIES = ['billing', 'technical', 'account', 'general'] as const;
export type TicketCategory = (typeof TICKET_CATEGORIES)[number];

/** How urgent a ticket is, from the least to the most urgent. */
export const TICKET_PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

/** Where a ticket stands, in the usual order of work. Any change between two of them is allowed. */
export const TICKET_STATUSES = ['open', 'in_progress', 'resolved', 'closed'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** The properties of a ticket and the values of each: the columns that can be filtered and counted. */
export const PROPERTY_VALUES = {
  category: TICKET_CATEGORIES,
  priority: TICKET_PRIORITIES,
  status: TICKET_STATUSES,
} as const;
export type PropertyName = keyof typeof PROPERTY_VALUES;
export type PropertyValue<N extends PropertyName> = (typeof PROPERTY_VALUES)[N][number];

/** The names of the properties, in the order of the indexes and counters over them. */
export const PROPERTY_NAMES = Object.keys(PROPERTY_VALUES) as readonly PropertyName[];

/** The value of each property that a new ticket may leave out. */
export const PROPERTY_DEFAULTS = { status: 'open' } as const satisfies {
  readonly [N in PropertyName]?: PropertyValue<N>;
};

/** The two properties that the classifier suggests. */
export interface TicketLabels {
  readonly category: TicketCategory;
  readonly priority: TicketPriority;
}

/** What stands in for a suggestion when the model gives none. */
export const FALLBACK_LABELS: TicketLabels = { category: 'general', priority: 'medium' };

/** Why a classification fell back to {@link FALLBACK_LABELS}. */
export const FALLBACK_REASONS = [
  'not_configured',
  'timeout',
  'rate_limited',
  'overloaded',
  'circuit_open',
  'network',
  'upstream_error',
  'unauthorized',
  'model_not_found',
  'bad_request',
  'blocked',
  'truncated',
  'invalid_output',
  'budget',
] as const;
export type FallbackReason = (typeof FALLBACK_REASONS)[number];
