/** The page of the list, which most visits begin with: called early, it loads beside the frame instead of after it. */
export const loadTicketsPage = () => import('./tickets-page/tickets-page').then((page) => page.TicketsPage);
