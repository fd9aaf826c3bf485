import type { HttpResourceRef } from '@angular/common/http';
import { type Signal, computed, linkedSignal } from '@angular/core';
import { type Problem, toProblem } from '@docket/web/http';
import { type TicketPage, toTicketPage } from './ticket-page';
import type { Ticket } from './tickets-api';

/** The list as a page shows it: the last page that came stays until the next one is there. */
export class TicketList {
  private readonly answered: Signal<TicketPage | undefined>;
  private readonly shown;
  /** Undefined until the first page is there. */
  readonly page: Signal<TicketPage | undefined>;
  readonly isLoading: Signal<boolean>;
  readonly problem: Signal<Problem | undefined>;

  constructor(private readonly resource: HttpResourceRef<Ticket[] | undefined>) {
    this.answered = computed(() =>
      resource.hasValue() ? toTicketPage(resource.value(), resource.headers()) : undefined,
    );
    this.shown = linkedSignal<TicketPage | undefined, TicketPage | undefined>({
      source: this.answered,
      computation: (answered, previous) => withNewerRows(answered, previous?.value) ?? previous?.value,
    });
    this.page = this.shown.asReadonly();
    this.isLoading = resource.isLoading;
    this.problem = computed(() => (resource.error() ? toProblem(resource.error()) : undefined));
  }

  reload(): void {
    this.resource.reload();
  }

  /** Shows what a ticket has become in its row, if it has one here. Its place and the count stay until the next reading. */
  replace(ticket: Ticket): void {
    this.shown.update((page) => withNewerRows(page, { tickets: [ticket] }));
  }
}

/** An answer may have been under way while a ticket in it was changed: of each row the newer version is shown. */
function withNewerRows(
  page: TicketPage | undefined,
  known: Pick<TicketPage, 'tickets'> | undefined,
): TicketPage | undefined {
  if (!page || !known) return page;
  const knownById = new Map(known.tickets.map((ticket) => [ticket.id, ticket]));
  const newer = (row: Ticket): Ticket => {
    const ticket = knownById.get(row.id);
    return ticket && ticket.updated_at >= row.updated_at ? ticket : row;
  };
  return { ...page, tickets: page.tickets.map(newer) };
}
