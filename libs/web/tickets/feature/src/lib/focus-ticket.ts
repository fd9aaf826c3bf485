/** Navigation `info`: the page that opens focuses the heading of the open ticket. */
export const FOCUS_TICKET = 'focus ticket';
