/** Maximum length of a title, in Unicode code points: 200 emoji fit. */
export const TITLE_MAX_LENGTH = 200;

/** Maximum length of a description, in Unicode code points. */
export const DESCRIPTION_MAX_LENGTH = 100_000;

/** Maximum and default page size of the ticket list. */
export const PAGE_SIZE_MAX = 200;
export const PAGE_SIZE_DEFAULT = 50;

/** Minimum length of a text for a suggestion; a shorter text says too little about a ticket. */
export const SUGGESTION_MIN_LENGTH = 20;
