export { importRoutes } from './lib/import.routes';
export { ticketRoutes } from './lib/ticket.routes';
