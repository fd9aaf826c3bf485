import type { DatabaseSchema } from '../platform/database/database-schema';
import { Ticket, TicketDayCount, TicketPropertyCount, seedDemoTickets } from '../tickets';
import { MIGRATIONS } from './migrations';

/** The tables of Docket. A new feature adds its entities here, and its migrations to `migrations/index.ts`. */
export const SCHEMA: DatabaseSchema = {
  entities: [Ticket, TicketPropertyCount, TicketDayCount],
  migrations: MIGRATIONS,
  seed: seedDemoTickets,
};
