/** What somebody does in an open ticket. */
export const PRESENCES = ['reading', 'replying'] as const;
export type Presence = (typeof PRESENCES)[number];

/** Time between two requests in which a client says which ticket its person has open, in ms. */
export const PRESENCE_BEAT_MS = 10_000;

/** Time after the last request until the person no longer counts as present, in ms: one lost request does not matter. */
export const PRESENCE_LASTS_MS = 25_000;
