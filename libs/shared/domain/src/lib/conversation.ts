/** Who may read a message: the requester and the team, or the team only. */
export const MESSAGE_VISIBILITIES = ['public', 'internal'] as const;
export type MessageVisibility = (typeof MESSAGE_VISIBILITIES)[number];

/** Maximum length of a message, in Unicode code points. */
export const MESSAGE_MAX_LENGTH = 100_000;

/** The largest id of an event that a request may name: a number of 15 digits, which every JSON parser reads exactly. */
export const EVENT_ID_MAX = 999_999_999_999_999;

/** Maximum and default number of entries of a page of a timeline. */
export const TIMELINE_PAGE_MAX = 100;
export const TIMELINE_PAGE_DEFAULT = 30;
