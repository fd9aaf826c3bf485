export { loadTicketsPage } from './lib/load-tickets-page';
export { ticketRoutes } from './lib/ticket.routes';
