import type { HttpResourceRef } from '@angular/common/http';
import { type Signal, computed, linkedSignal } from '@angular/core';
import { type Problem, toProblem } from '@docket/web/http';
import type { Ticket } from './ticket';
import { type TicketPage, toTicketPage } from './ticket-page';

/** The list of tickets. Keeps the last page until the next one has loaded. */
export class TicketList {
  private readonly latest: Signal<TicketPage | undefined>;
  private readonly displayed;
  /** Undefined until the first page has loaded. */
  readonly page: Signal<TicketPage | undefined>;
  readonly isLoading: Signal<boolean>;
  readonly problem: Signal<Problem | undefined>;

  constructor(private readonly resource: HttpResourceRef<Ticket[] | undefined>) {
    this.latest = computed(() =>
      resource.hasValue() ? toTicketPage(resource.value(), resource.headers()) : undefined,
    );
    this.displayed = linkedSignal<TicketPage | undefined, TicketPage | undefined>({
      source: this.latest,
      computation: (latest, previous) => withNewerTickets(latest, previous?.value) ?? previous?.value,
    });
    this.page = this.displayed.asReadonly();
    this.isLoading = resource.isLoading;
    this.problem = computed(() => (resource.error() ? toProblem(resource.error()) : undefined));
  }

  reload(): void {
    this.resource.reload();
  }

  /** Updates the ticket's row, if listed. Its position and the total stay until the next load. */
  replace(ticket: Ticket): void {
    this.displayed.update((page) => withNewerTickets(page, { tickets: [ticket] }));
  }
}

/** Keeps the newer version of each ticket: one may have changed after the server had read the page. */
function withNewerTickets(
  page: TicketPage | undefined,
  known: Pick<TicketPage, 'tickets'> | undefined,
): TicketPage | undefined {
  if (!page || !known) return page;
  const knownById = new Map(known.tickets.map((ticket) => [ticket.id, ticket]));
  const newer = (ticket: Ticket): Ticket => {
    const other = knownById.get(ticket.id);
    return other && other.updated_at >= ticket.updated_at ? other : ticket;
  };
  return { ...page, tickets: page.tickets.map(newer) };
}
