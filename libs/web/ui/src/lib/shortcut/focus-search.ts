/** Value of a navigation's `info` that makes the tickets page focus its search field. */
export const FOCUS_SEARCH = 'focus search';
