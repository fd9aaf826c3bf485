import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { MatTableModule } from '@angular/material/table';
import { RouterLink } from '@angular/router';
import type { TicketStatus } from '@docket/domain';
import type { Ticket } from '@docket/web/data-access';
import { AgeText, CategoryText, PriorityMark, TO_READ } from '@docket/web/ui';
import { StatusMenu } from '../status-menu/status-menu';
import { excerpt } from './excerpt';

export interface StatusPick {
  readonly ticket: Ticket;
  readonly status: TicketStatus;
}

/**
 * The rows. One of them is active: it alone is in the tab order, and `move` takes the focus to its neighbours, so that
 * fifty rows are one stop on the way through the page.
 */
@Component({
  selector: 'docket-ticket-table',
  imports: [AgeText, CategoryText, MatTableModule, PriorityMark, RouterLink, StatusMenu],
  templateUrl: './ticket-table.html',
  styleUrl: './ticket-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketTable {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly tickets = input.required<readonly Ticket[]>();
  /** Id of the ticket that stands beside the list. */
  readonly openId = input<number>();
  /** Ids of the tickets to tint. */
  readonly fresh = input<ReadonlySet<number>>(new Set());
  /** Ms since 1970. */
  readonly now = input.required<number>();
  readonly statusPick = output<StatusPick>();

  protected readonly toRead = TO_READ;
  protected readonly columns = ['id', 'ticket', 'category', 'priority', 'status', 'age'];
  protected readonly rows = computed(() =>
    this.tickets().map((ticket) => ({ ticket, excerpt: excerpt(ticket.description) })),
  );
  protected readonly activeId = linkedSignal<{ tickets: readonly Ticket[]; openId?: number }, number | undefined>({
    source: () => ({ tickets: this.tickets(), openId: this.openId() }),
    computation: ({ tickets, openId }, previous) => {
      const ids = tickets.map(({ id }) => id);
      if (openId !== undefined && openId !== previous?.source.openId && ids.includes(openId)) return openId;
      return previous?.value !== undefined && ids.includes(previous.value) ? previous.value : ids[0];
    },
  });

  /** Focuses the row that is `by` rows away from the one that has the focus; the first one while none has it. */
  move(by: 1 | -1): void {
    const ids = this.tickets().map(({ id }) => id);
    const from = this.hasFocus() ? ids.indexOf(this.activeId() ?? 0) : -1;
    const id = from < 0 && this.activeId() !== undefined ? this.activeId() : ids[from + by];
    if (id !== undefined) this.focus(id);
  }

  /** Returns whether there is a row for that ticket. */
  focus(id: number | undefined): boolean {
    const link = this.host.nativeElement.querySelector<HTMLElement>(`a[data-ticket="${id}"]`);
    link?.focus();
    return link !== null;
  }

  hasFocus(): boolean {
    return this.host.nativeElement.contains(document.activeElement);
  }

  protected readonly rowId = (_index: number, { ticket }: { ticket: Ticket }) => ticket.id;
}
