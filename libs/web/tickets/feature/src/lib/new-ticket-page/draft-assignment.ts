import { computed, signal } from '@angular/core';
import type { NewTicket } from '@docket/web/tickets/data';
import type { FieldValue, TicketAssignee, TicketTeam } from '../ticket-editor/field-change';

/** The team, the assignee and the tags of a ticket that is not filed yet. */
export interface Assignment {
  readonly assignee?: TicketAssignee;
  readonly team?: TicketTeam;
  readonly tags: readonly string[];
}

const NONE: Assignment = { tags: [] };

/** The fields of a new ticket that most people leave to others. */
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

  /** The fields of the request; none for what stays empty. */
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
