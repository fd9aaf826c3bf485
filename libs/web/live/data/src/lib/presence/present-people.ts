import { Injectable, computed, inject, signal } from '@angular/core';
import type { Presence } from '@docket/domain';
import { Session } from '@docket/web/people/data';

/** A person with an open ticket. */
export interface PresentPerson {
  readonly id: number;
  readonly name: string;
  readonly doing: Presence;
}

/** An update of the people in tickets, from the stream. */
export interface PresenceUpdate {
  /** Whether the list is complete: other tickets have no people. */
  readonly complete: boolean;
  readonly tickets: readonly { readonly ticket_id: number; readonly people: readonly PresentPerson[] }[];
}

/** Other people with open tickets. Empty while the live connection is lost. */
@Injectable({ providedIn: 'root' })
export class PresentPeople {
  private readonly session = inject(Session);
  private readonly tickets = signal<ReadonlyMap<number, readonly PresentPerson[]>>(new Map());

  /** All other people with an open ticket, by name. */
  readonly all = computed(() => {
    const people = new Map([...this.tickets().values()].flat().map((person) => [person.id, person]));
    return this.others([...people.values()]).toSorted((one, other) => one.name.localeCompare(other.name));
  });

  /** Other people in a ticket. Those who are replying come first. */
  inTicket(ticketId: number): readonly PresentPerson[] {
    return this.others(this.tickets().get(ticketId) ?? []);
  }

  update({ complete, tickets }: PresenceUpdate): void {
    this.tickets.update((before) => {
      const now = new Map(complete ? [] : before);
      for (const { ticket_id, people } of tickets) {
        if (people.length) now.set(ticket_id, people);
        else now.delete(ticket_id);
      }
      return now;
    });
  }

  /** The complete state, for another tab. */
  snapshot(): PresenceUpdate {
    return { complete: true, tickets: [...this.tickets()].map(([ticket_id, people]) => ({ ticket_id, people })) };
  }

  forget(): void {
    this.tickets.set(new Map());
  }

  private others(people: readonly PresentPerson[]): readonly PresentPerson[] {
    return people.filter(({ id }) => id !== this.session.user()?.id);
  }
}
