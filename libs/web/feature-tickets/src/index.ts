export { loadNewTicketPage, loadTicketsPage } from './lib/load-pages';
export { ticketRoutes } from './lib/ticket.routes';
