import { Injectable } from '@nestjs/common';
import { nameKey } from '@docket/ticket-query';
import { type AssigneeContact, Assignees } from '../../people';
import { oneSpelling } from '../../platform/validation/email-address';
import { TeamsService } from '../../teams';
import type { LeftOutField } from './row-adjustments';
import type { Person } from './person';
import type { ValidRow } from './row-checker';

/** Finds the people and teams that rows name. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly assignees: Assignees,
    private readonly teams: TeamsService,
  ) {}

  /**
   * Adds the ids of assignees and teams to rows. A person is found by email address, or else by a name that only one person has. A ticket
   * stays unassigned if the name is unknown: people who left have no account here. Call it in the transaction that stores the rows, so that
   * the teams cannot be deleted before.
   */
  async assign(rows: readonly ValidRow[]): Promise<readonly ValidRow[]> {
    const names = rows.flatMap(({ team }) => team ?? []);
    const teams = names.length ? await this.teams.idsNamed([...new Set(names)]) : new Map<string, number>();
    const people = new People(rows.some(({ assignee }) => assignee) ? await this.assignees.contacts() : []);
    return rows.map((row) => {
      if (!row.assignee && row.team === undefined) return row;
      const assigneeId = row.assignee && people.idOf(row.assignee);
      const teamId = row.team === undefined ? undefined : teams.get(row.team);
      const leftOut: LeftOutField[] = [...row.leftOut];
      if (row.assignee && assigneeId === undefined) leftOut.push('assignee');
      if (row.team !== undefined && teamId === undefined) leftOut.push('team');
      return { ...row, ticket: { ...row.ticket, assigneeId, teamId }, leftOut };
    });
  }
}

/** People who may be assigned tickets, by email address and by name. */
class People {
  private readonly byAddress = new Map<string, number>();
  /** Undefined for a name that several people have. */
  private readonly byName = new Map<string, number | undefined>();

  constructor(contacts: readonly AssigneeContact[]) {
    for (const { id, name, email } of contacts) {
      if (email !== null) this.byAddress.set(email, id);
      const key = nameKey(name);
      this.byName.set(key, this.byName.has(key) ? undefined : id);
    }
  }

  idOf({ name, address }: Person): number | undefined {
    return address === undefined ? this.byName.get(nameKey(name)) : this.byAddress.get(oneSpelling(address));
  }
}
