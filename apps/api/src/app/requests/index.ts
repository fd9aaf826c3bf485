/** Public API of the requests feature. Other features import from this file only. */
export { TicketRequest } from './model/ticket-request.entity';
