/** Value of a navigation's `info` that makes the tickets page focus the heading of the open ticket. */
export const FOCUS_TICKET = 'focus ticket';
