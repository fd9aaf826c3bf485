import type { QueryRunner } from 'typeorm';
import { Ticket } from '../model/ticket.entity';
import { demoTickets } from './demo-tickets';

/** Puts the demo tickets into an empty database, as part of the caller's transaction. */
export async function seedDemoTickets(runner: QueryRunner): Promise<void> {
  await runner.manager.insert(Ticket, demoTickets(new Date()));
}
