import type { DatabaseSchema } from '../platform/database/database-schema';
import { Device, Identity, OneTimeLink, SecurityEvent, Session, Token, User } from '../people';
import { seedDemoConversations } from '../conversation';
import { TicketRequest } from '../requests';
import { Ticket, TicketDayCount, TicketPropertyCount, seedDemoTickets } from '../tickets';
import { MIGRATIONS } from './migrations';
import { ONLINE_CHANGES } from './online';

/** The tables of Docket. A new feature adds its entities here, its migrations to
 * `migrations/index.ts`, and its online changes to `online/index.ts`. */
export const SCHEMA: DatabaseSchema = {
  entities: [
    Ticket,
    TicketPropertyCount,
    TicketDayCount,
    User,
    Session,
    Identity,
    OneTimeLink,
    SecurityEvent,
    Token,
    Device,
    TicketRequest,
  ],
  migrations: MIGRATIONS,
  onlineChanges: ONLINE_CHANGES,
  seed: async (runner) => {
    await seedDemoTickets(runner, new Date());
    await seedDemoConversations(runner);
  },
};
