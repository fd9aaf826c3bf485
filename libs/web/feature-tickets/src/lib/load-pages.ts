// The pages, each in a file of its own. Called early, it loads beside the frame instead of after it.
export const loadTicketsPage = () => import('./tickets-page/tickets-page').then((page) => page.TicketsPage);
export const loadNewTicketPage = () => import('./new-ticket-page/new-ticket-page').then((page) => page.NewTicketPage);
