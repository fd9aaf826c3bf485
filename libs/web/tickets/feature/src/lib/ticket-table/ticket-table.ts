import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatTableModule } from '@angular/material/table';
import { Router } from '@angular/router';
import type { TicketStatus } from '@docket/domain';
import type { Ticket } from '@docket/web/tickets/data';
import { CategoryText, PriorityMark } from '@docket/web/tickets/ui';
import { AgeText } from '@docket/web/ui';
import { FOCUS_TICKET } from '../focus-ticket';
import { StatusMenu } from '../status-menu/status-menu';
import { type TableRow, stepTowards, toRows } from './table-rows';

/** Rows that change at once, those in sight first, so that what is typed meanwhile waits for these and not for all. */
const ROWS_AT_ONCE = 10;

/** Safari has no idle callbacks yet. */
const whenIdle = (act: () => void): number =>
  'requestIdleCallback' in window ? requestIdleCallback(act, { timeout: 100 }) : Number(setTimeout(act, 16));
const cancelIdle = (handle: number): void =>
  'cancelIdleCallback' in window ? cancelIdleCallback(handle) : clearTimeout(handle);

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
  imports: [AgeText, CategoryText, MatTableModule, PriorityMark, StatusMenu],
  templateUrl: './ticket-table.html',
  styleUrl: './ticket-table.scss',
  host: { '(click)': 'openTicket($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketTable {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly router = inject(Router);
  readonly tickets = input.required<readonly Ticket[]>();
  /** Id of the ticket that stands beside the list. */
  readonly openId = input<number>();
  /** Ids of the tickets to tint. */
  readonly fresh = input<ReadonlySet<number>>(new Set());
  /** Ms since 1970. */
  readonly now = input.required<number>();
  readonly statusPick = output<StatusPick>();

  protected readonly columns = ['id', 'ticket', 'category', 'priority', 'status', 'age'];
  protected readonly activeId = linkedSignal<{ tickets: readonly Ticket[]; openId?: number }, number | undefined>({
    source: () => ({ tickets: this.tickets(), openId: this.openId() }),
    computation: ({ tickets, openId }, previous) => {
      const ids = tickets.map(({ id }) => id);
      if (openId !== undefined && openId !== previous?.source.openId && ids.includes(openId)) return openId;
      return previous?.value !== undefined && ids.includes(previous.value) ? previous.value : ids[0];
    },
  });

  private readonly target = linkedSignal<readonly Ticket[], readonly TableRow[]>({
    source: this.tickets,
    computation: (tickets, previous) =>
      untracked(() => toRows(tickets, this.query(), previous?.value ?? [], this.activeId())),
  });
  protected readonly rows = signal<readonly TableRow[]>([]);
  private readonly query = computed(() => {
    const address = this.router.lastSuccessfulNavigation()?.finalUrl?.toString() ?? '';
    return address.includes('?') ? address.slice(address.indexOf('?')) : '';
  });

  constructor() {
    effect((onCleanup) => {
      const target = this.target();
      let idle: number | undefined;
      const goOn = () => {
        this.rows.update((rows) => stepTowards(target, rows, ROWS_AT_ONCE));
        if (this.rows() !== target) idle = whenIdle(goOn);
      };
      untracked(goOn);
      onCleanup(() => idle && cancelIdle(idle));
    });
  }

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

  protected readonly slotOf = (_index: number, { slot }: TableRow) => slot;

  /** As a router link does, which for each row would follow every navigation. */
  protected openTicket(click: MouseEvent): void {
    const link = (click.target as Element).closest('a[data-ticket]');
    if (!link || click.button !== 0 || click.ctrlKey || click.shiftKey || click.altKey || click.metaKey) return;
    click.preventDefault();
    const id = link.getAttribute('data-ticket');
    void this.router.navigate(['/tickets', id], { queryParamsHandling: 'preserve', info: FOCUS_TICKET });
  }
}
