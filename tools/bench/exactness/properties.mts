/** Values of a ticket's properties. */
export const CATEGORIES = ['billing', 'technical', 'account', 'general'];
export const PRIORITIES = ['low', 'medium', 'high', 'critical'];
export const STATUSES = ['open', 'in_progress', 'resolved', 'closed'];
