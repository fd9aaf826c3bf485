import type { QueryRunner } from 'typeorm';
import { SYSTEM_ACTOR } from '../../platform/context/actor';
import { LocalBell } from '../../platform/database/bell/local-bell';
import { Transactions } from '../../platform/database/transactions';
import { Requesters } from '../../requesters';
import type { NewTicket } from '../model/new-ticket';
import { TicketWriter } from '../write/ticket-writer';
import { demoTickets } from './demo-tickets';

/** Inserts the demo tickets and their requesters into an empty database, inside the caller's transaction. */
export async function seedDemoTickets({ dataSource, manager }: QueryRunner, now: Date): Promise<void> {
  const transactions = new Transactions(dataSource);
  const requesters = new Requesters(transactions);
  await transactions.joinExternal(manager, async () => {
    const tickets: NewTicket[] = [];
    for (const { requester, ...ticket } of demoTickets(now)) {
      tickets.push({ ...ticket, ...(requester && { requesterId: await requesters.idOf(SYSTEM_ACTOR, requester) }) });
    }
    await new TicketWriter(transactions, new LocalBell()).createMany(SYSTEM_ACTOR, tickets);
  });
}
