/** The subjects of tickets. */
export const TICKET_CATEGORIES = ['billing', 'technical', 'account', 'general'] as const;
export type TicketCategory = (typeof TICKET_CATEGORIES)[number];

/** The degrees of urgency, the lowest first. */
export const TICKET_PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

/** The states of a ticket, in the usual order of work. A ticket may change from any state to any other. */
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

/** The names of the properties, in the order of the columns of indexes and counters. */
export const PROPERTY_NAMES = Object.keys(PROPERTY_VALUES) as readonly PropertyName[];

/** Default values of the properties that a new ticket may omit. */
export const PROPERTY_DEFAULTS = { status: 'open' } as const satisfies {
  readonly [N in PropertyName]?: PropertyValue<N>;
};

/** The two properties that the classifier suggests. */
export interface SuggestedProperties {
  readonly category: TicketCategory;
  readonly priority: TicketPriority;
}

/** Values used if the model gives no suggestion. */
export const FALLBACK_SUGGESTION: SuggestedProperties = { category: 'general', priority: 'medium' };

/** Reasons for using {@link FALLBACK_SUGGESTION}. */
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
