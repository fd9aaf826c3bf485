/** Value of the navigation's `info`. The tickets page then focuses its search field. */
export const FOCUS_SEARCH = 'focus search';
