/** Navigation `info`: the page that opens focuses its search field. */
export const FOCUS_SEARCH = 'focus search';
