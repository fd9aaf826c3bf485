/** What a webhook can be told: the kinds of ticket events. */
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

/** Why a webhook is off: a person, an answer 410, or days of failures. */
export const WEBHOOK_OFF_REASONS = ['person', 'gone', 'failing'] as const;
export type WebhookOffReason = (typeof WEBHOOK_OFF_REASONS)[number];

export const DELIVERY_STATES = ['pending', 'sent', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Each webhook reads the feed, so there are few of them. */
export const WEBHOOKS_MAX = 20;

/** Maximum count of the waiting deliveries of a webhook. A count above it reads "more than". */
export const WEBHOOK_PENDING_MAX = 10_000;

/** Maximum length of a webhook's name, in code points. */
export const WEBHOOK_NAME_MAX_LENGTH = 100;

/** Maximum length of a webhook's address, in characters. */
export const WEBHOOK_URL_MAX_LENGTH = 2000;
