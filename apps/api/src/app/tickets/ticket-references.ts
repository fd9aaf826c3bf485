import { Injectable } from '@nestjs/common';
import { Assignees } from '../people';
import type { Actor } from '../platform/context/actor';
import { Transactions } from '../platform/database/transactions';
import { InvalidInputException } from '../platform/problems/invalid-input.exception';
import type { ProblemErrorDto } from '../platform/problems/problem.dto';
import { type RenamedRequester, Requesters } from '../requesters';
import type { Assignment } from './model/new-ticket';

/** The relations of a ticket as named by a client. Null means none; undefined keeps the current one. */
export interface NamedAssignment {
  readonly requester?: RenamedRequester | null;
  readonly assigneeId?: number | null;
  readonly teamId?: number | null;
}

/** Resolves the people and teams that a client names. */
@Injectable()
export class TicketReferences {
  constructor(
    private readonly transactions: Transactions,
    private readonly requesters: Requesters,
    private readonly assignees: Assignees,
  ) {}

  /**
   * Finds or creates the requester, and checks the assignee and the team, in the transaction that writes the ticket.
   * @throws InvalidInputException if the assignee may not work on tickets, or the team does not exist
   */
  async resolve(actor: Actor, { requester, assigneeId, teamId }: NamedAssignment): Promise<Assignment> {
    const errors: ProblemErrorDto[] = [];
    if (assigneeId != null && !(await this.assignees.includes(assigneeId))) {
      errors.push({ pointer: '/assignee_id', detail: 'must be the id of somebody who may work on tickets' });
    }
    if (teamId != null && !(await this.hasTeam(teamId))) {
      errors.push({ pointer: '/team_id', detail: 'must be the id of a team' });
    }
    if (errors.length) throw new InvalidInputException(errors);
    return {
      ...(requester !== undefined && { requesterId: requester && (await this.requesters.idOf(actor, requester)) }),
      ...(assigneeId !== undefined && { assigneeId }),
      ...(teamId !== undefined && { teamId }),
    };
  }

  /** Locks the team, so that it exists until the ticket refers to it. */
  private async hasTeam(id: number): Promise<boolean> {
    const found = await this.transactions.statement((manager) =>
      manager.query<unknown[]>('SELECT FROM teams WHERE id = $1 FOR KEY SHARE', [id]),
    );
    return found.length > 0;
  }
}
