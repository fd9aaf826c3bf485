import type { QueryRunner } from 'typeorm';
import { SYSTEM_ACTOR } from '../../platform/context/actor';
import { Transactions } from '../../platform/database/transactions';
import { TicketWriter } from '../write/ticket-writer';
import { demoTickets } from './demo-tickets';

/** Inserts the demo tickets into an empty database, inside the caller's transaction. */
export async function seedDemoTickets({ dataSource, manager }: QueryRunner): Promise<void> {
  const transactions = new Transactions(dataSource);
  await transactions.joinExternal(manager, () =>
    new TicketWriter(transactions).createMany(SYSTEM_ACTOR, demoTickets(new Date())),
  );
}
