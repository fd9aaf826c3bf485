/** Readers of a message: the requester and the team (`public`), or the team only (`internal`). */
export const MESSAGE_VISIBILITIES = ['public', 'internal'] as const;
export type MessageVisibility = (typeof MESSAGE_VISIBILITIES)[number];

/** Maximum length of a message, in Unicode code points. */
export const MESSAGE_MAX_LENGTH = 100_000;

/** Maximum id of an event in a request: 15 digits, which every JSON parser reads exactly. */
export const EVENT_ID_MAX = 999_999_999_999_999;

/** Maximum and default number of entries of a page of a timeline. */
export const TIMELINE_PAGE_MAX = 100;
export const TIMELINE_PAGE_DEFAULT = 30;
