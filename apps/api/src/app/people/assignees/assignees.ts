import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';

/** A person who may work on tickets. */
export interface Assignee {
  readonly id: number;
  readonly name: string;
}

/** A person who may work on tickets, with the email address. */
export interface AssigneeContact extends Assignee {
  readonly email: string | null;
}

/** Maximum number of people in the list. */
export const MAX_LISTED_ASSIGNEES = 1_000;

/** The condition for active people who may change tickets. Services cannot be assigned. */
const CAN_BE_ASSIGNED = `kind = 'person' AND state = 'active' AND role IN ('admin', 'agent')`;

const LIST = `
  SELECT id, name FROM users WHERE ${CAN_BE_ASSIGNED} ORDER BY lower(name), id LIMIT ${MAX_LISTED_ASSIGNEES}`;

/** Maximum number of people that {@link Assignees.everybody} returns. */
const MAX_PEOPLE = 10_000;

const EVERYBODY = `
  SELECT id, name FROM users WHERE kind = 'person' ORDER BY (${CAN_BE_ASSIGNED}) DESC, id LIMIT ${MAX_PEOPLE}`;

const CONTACTS = `SELECT id, name, email FROM users WHERE ${CAN_BE_ASSIGNED} ORDER BY id LIMIT ${MAX_PEOPLE}`;

/** Reads the people who may work on tickets. */
@Injectable()
export class Assignees {
  constructor(private readonly transactions: Transactions) {}

  /** By name. */
  list(): Promise<Assignee[]> {
    return this.transactions.statement((manager) => manager.query<Assignee[]>(LIST));
  }

  /** All people, including those who no longer work on tickets but may still have some. Those who do come first. */
  everybody(): Promise<Assignee[]> {
    return this.transactions.statement((manager) => manager.query<Assignee[]>(EVERYBODY));
  }

  /** Those who may work on tickets, with their email addresses. */
  contacts(): Promise<AssigneeContact[]> {
    return this.transactions.statement((manager) => manager.query<AssigneeContact[]>(CONTACTS));
  }

  async includes(userId: number): Promise<boolean> {
    const found = await this.transactions.statement((manager) =>
      manager.query<unknown[]>(`SELECT FROM users WHERE id = $1 AND ${CAN_BE_ASSIGNED}`, [userId]),
    );
    return found.length > 0;
  }
}
