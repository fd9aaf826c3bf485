export { ticketRoutes } from './lib/ticket.routes';
