/** Activities of a person in an open ticket. */
export const PRESENCES = ['reading', 'replying'] as const;
export type Presence = (typeof PRESENCES)[number];

/** Interval between two presence requests of a client with an open ticket, in ms. */
export const PRESENCE_BEAT_MS = 10_000;

/** Expiry of a presence after its last request, in ms. It exceeds two intervals, so one lost request does not matter. */
export const PRESENCE_LASTS_MS = 25_000;
