/** Value of the navigation's `info`. The tickets page then focuses the heading of the open ticket. */
export const FOCUS_TICKET = 'focus ticket';
