import { FALLBACK_SUGGESTION } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import { ANONYMOUS_ACTOR } from '../platform/context/actor';
import { Transactions } from '../platform/database/transactions';
import { Requesters } from '../requesters';
import { TicketWriter } from '../tickets';
import { createReference } from './model/reference';
import { TicketRequest } from './model/ticket-request.entity';

/** A request from the public form. */
export interface NewRequest {
  readonly title: string;
  readonly description: string;
  readonly email: string;
  readonly name?: string;
}

/** Files the tickets of people without an account. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly tickets: TicketWriter,
    private readonly requesters: Requesters,
  ) {}

  /**
   * Files a ticket without asking the model: strangers could use up its daily limit, and nobody would review the suggestion. An agent
   * sets the category and the priority.
   * @returns the reference
   */
  file({ title, description, email, name }: NewRequest): Promise<string> {
    const reference = createReference();
    return this.transactions.run(async (manager) => {
      const requesterId = await this.requesters.idOf(ANONYMOUS_ACTOR, { email, ...(name !== undefined && { name }) });
      const { id } = await this.tickets.create(
        { kind: 'requester', requesterId },
        { title, description, ...FALLBACK_SUGGESTION, requesterId },
      );
      await manager.insert(TicketRequest, { ticketId: id, reference });
      return reference;
    });
  }
}
