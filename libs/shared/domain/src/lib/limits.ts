/** Longest title, in Unicode code points: 200 emoji fit. */
export const TITLE_MAX_LENGTH = 200;

/** Longest description, in Unicode code points. */
export const DESCRIPTION_MAX_LENGTH = 100_000;

/** Largest page of the ticket list, and its size when nobody asks for another. */
export const PAGE_SIZE_MAX = 200;
export const PAGE_SIZE_DEFAULT = 50;

/** A suggestion is asked for from this many characters on; less says too little about a ticket. */
export const SUGGESTION_MIN_LENGTH = 20;
