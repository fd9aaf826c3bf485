import { computed, signal } from '@angular/core';
import type { NewTicket } from '@docket/web/tickets/data';
import type { FieldValue, TicketAssignee, TicketTeam } from '../ticket-editor/field-change';

/** Team, assignee and tags of an unfiled ticket. */
export interface Assignment {
  readonly assignee?: TicketAssignee;
  readonly team?: TicketTeam;
  readonly tags: readonly string[];
}

const NONE: Assignment = { tags: [] };

/** Optional fields of a new ticket. */
export class DraftAssignment {
  private readonly current = signal(NONE);
  readonly value = this.current.asReadonly();
  readonly isEmpty = computed(() => {
    const { assignee, team, tags } = this.current();
    return !assignee && !team && tags.length === 0;
  });

  set(field: keyof Assignment, value: FieldValue): void {
    this.current.update((assignment) => ({ ...assignment, [field]: value }));
  }

  restore(assignment: Assignment): void {
    this.current.set(assignment);
  }

  /** Fields of the request. Empty fields are left out. */
  toFields(): Pick<NewTicket, 'assignee_id' | 'team_id' | 'tags'> {
    const { assignee, team, tags } = this.current();
    return {
      ...(assignee && { assignee_id: assignee.id }),
      ...(team && { team_id: team.id }),
      ...(tags.length > 0 && { tags: [...tags] }),
    };
  }

  reset(): void {
    this.current.set(NONE);
  }
}
