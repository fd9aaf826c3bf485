/** Public API of the tickets feature. Other features import from this file only. */
export { TicketDto, toTicketDto } from './api/ticket.dto';
export { TICKET_PROPERTIES } from './api/ticket-properties';
export { TicketDayCount } from './counters/ticket-day-count.entity';
export { TicketPropertyCount } from './counters/ticket-property-count.entity';
export { runCounters } from './counters/counters-command';
export { checkCounters } from './counters/ticket-counters';
export { findByIndex } from './search/find-by-index';
export { seedDemoTickets } from './demo/seed-demo-tickets';
export { EXPORT_COMMAND } from './export/command/export-command';
export { ExportedTicketDto, toExportedTicketDto } from './export/exported-ticket.dto';
export { PresentTickets } from './export/present-tickets';
export { Ticket } from './model/ticket.entity';
export { type TicketRow } from './model/ticket-row';
export { TicketsService } from './tickets.service';
export { TicketsModule } from './tickets.module';
export { TicketWriter } from './write/ticket-writer';
