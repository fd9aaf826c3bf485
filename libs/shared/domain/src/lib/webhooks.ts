/** Ticket events that a webhook can subscribe to. */
export const WEBHOOK_TYPES = [
  'ticket.created',
  'ticket.changed',
  'ticket.deleted',
  'message.added',
  'import.batch',
] as const;
export type WebhookType = (typeof WEBHOOK_TYPES)[number];

export const WEBHOOK_STATES = ['on', 'failing', 'off'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** Reasons why a webhook is off: switched off by a person, a 410 Gone response, or days of failures. */
export const WEBHOOK_OFF_REASONS = ['person', 'gone', 'failing'] as const;
export type WebhookOffReason = (typeof WEBHOOK_OFF_REASONS)[number];

export const DELIVERY_STATES = ['pending', 'sent', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Maximum number of webhooks. Kept small because each webhook reads the feed. */
export const WEBHOOKS_MAX = 20;

/** Highest count of pending deliveries of a webhook. Beyond it, the count is shown as "more than". */
export const WEBHOOK_PENDING_MAX = 10_000;

/** Maximum length of a webhook's name, in Unicode code points. */
export const WEBHOOK_NAME_MAX_LENGTH = 100;

/** Maximum length of a webhook's URL, in characters. */
export const WEBHOOK_URL_MAX_LENGTH = 2000;
