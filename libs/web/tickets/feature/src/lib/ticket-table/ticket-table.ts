import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChildren,
} from '@angular/core';
import { MatTableModule } from '@angular/material/table';
import { Router } from '@angular/router';
import type { TicketPriority, TicketStatus } from '@docket/domain';
import { DraftMarks } from '@docket/web/conversation/data';
import { Session } from '@docket/web/people/data';
import type { Ticket } from '@docket/web/tickets/data';
import { AssigneeBadge, PriorityBadge, PropertyValuePipe, TagList } from '@docket/web/tickets/ui';
import { AgeText, shortcutKey } from '@docket/web/ui';
import { FOCUS_TICKET } from '../focus-ticket';
import { PropertyButton } from '../property-button/property-button';
import { type TableRow, stepTowards, toRows } from './table-rows';

/** Rows render in batches, from the top, to keep typing responsive. */
const BATCH_SIZE = 10;

/** Falls back to a timer in browsers without idle callbacks, such as Safari. */
const whenIdle = (callback: () => void): number =>
  'requestIdleCallback' in window ? requestIdleCallback(callback, { timeout: 100 }) : Number(setTimeout(callback, 16));
const cancelIdle = (handle: number): void =>
  'cancelIdleCallback' in window ? cancelIdleCallback(handle) : clearTimeout(handle);

export interface StatusChange {
  readonly ticket: Ticket;
  /** The status that the person saw. */
  readonly from: TicketStatus;
  readonly to: TicketStatus;
}

/**
 * The table of tickets, with a roving tab index: only the active row is in the tab order, and `move` focuses the row before
 * or after it.
 */
@Component({
  selector: 'docket-ticket-table',
  imports: [AgeText, AssigneeBadge, MatTableModule, PriorityBadge, PropertyButton, PropertyValuePipe, TagList],
  templateUrl: './ticket-table.html',
  styleUrls: ['./ticket-table.scss', './ticket-table-narrow.scss'],
  host: { '(click)': 'openTicket($event)', '(keydown)': 'handleShortcut($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketTable {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  /** Ids of the tickets with an unsent reply or note of the person. */
  protected readonly draftIds = inject(DraftMarks).ticketIds;
  readonly tickets = input.required<readonly Ticket[]>();
  /** Identifies the list: its filter, order and page. */
  readonly list = input<string>();
  /** Id of the open ticket. */
  readonly openId = input<number>();
  /** Ids of the tickets to highlight. */
  readonly highlightedIds = input<ReadonlySet<number>>(new Set());
  /** Ids of the tickets that were deleted. */
  readonly deletedIds = input<ReadonlySet<number>>();
  /** Ids of the tickets that no longer match the filter, or were deleted. */
  readonly mismatchedIds = input<ReadonlySet<number>>(new Set());
  /** Ms since 1970. */
  readonly now = input.required<number>();
  readonly statusChange = output<StatusChange>();
  /** Emits when all rows show the current tickets. */
  readonly rendered = output();

  protected readonly columns = ['id', 'ticket', 'requester', 'category', 'priority', 'status', 'assignee', 'age'];
  /** Whether the column for assignees is shown. Without people, no ticket can have one. */
  protected readonly hasAssignees = computed(
    () => this.session.user() !== undefined || this.tickets().some(({ assignee }) => assignee),
  );
  protected readonly hasRequesters = computed(() => this.tickets().some(({ requester }) => requester));
  /**
   * Id of the row in the tab order: a newly opened ticket or, in a new list, the open ticket or the first row. In a new list, a focused row
   * stays active.
   */
  protected readonly activeId = linkedSignal<
    { tickets: readonly Ticket[]; openId?: number; list?: string },
    number | undefined
  >({
    source: () => ({ tickets: this.tickets(), openId: this.openId(), list: this.list() }),
    computation: ({ tickets, openId, list }, previous) => {
      const ids = tickets.map(({ id }) => id);
      const isOther = list !== previous?.source.list && !this.hasFocus();
      if (openId !== undefined && (isOther || openId !== previous?.source.openId) && ids.includes(openId))
        return openId;
      if (isOther) return ids[0];
      return previous?.value !== undefined && ids.includes(previous.value) ? previous.value : ids[0];
    },
  });

  private readonly targetRows = linkedSignal<readonly Ticket[], readonly TableRow[]>({
    source: this.tickets,
    computation: (tickets, previous) =>
      untracked(() => toRows(tickets, this.query(), previous?.value ?? [], this.activeId())),
  });
  protected readonly rows = signal<readonly TableRow[]>([]);
  private readonly statusButtons = viewChildren<PropertyButton<'status'>>(PropertyButton);
  private readonly query = computed(() => {
    const url = this.router.lastSuccessfulNavigation()?.finalUrl?.toString() ?? '';
    return url.includes('?') ? url.slice(url.indexOf('?')) : '';
  });

  /** Id of the open ticket that was last scrolled into view, and its list. */
  private scrolled?: { readonly id: number | undefined; readonly list: string | undefined };

  constructor() {
    effect((onCleanup) => {
      const targetRows = this.targetRows();
      let idle: number | undefined;
      const renderNextRows = () => {
        this.rows.update((rows) => stepTowards(targetRows, rows, BATCH_SIZE));
        if (this.rows() !== targetRows) idle = whenIdle(renderNextRows);
      };
      untracked(renderNextRows);
      onCleanup(() => idle && cancelIdle(idle));
    });
    afterRenderEffect({
      read: () => {
        if (this.rows() === this.targetRows()) this.rendered.emit();
        this.scrollToOpen();
      },
    });
  }

  /** Scrolls the open ticket's row into view, once per ticket and list. In a new list, a focused row stays in view instead. */
  private scrollToOpen(): void {
    const [id, list] = [this.openId(), this.list()];
    if (id === this.scrolled?.id && list === this.scrolled?.list) return;
    const row = id === undefined ? undefined : this.link(id)?.closest('tr');
    if (!row && id !== undefined) return;
    const hasFocusedRow = id === this.scrolled?.id && this.hasFocus();
    this.scrolled = { id, list };
    if (!hasFocusedRow) row?.scrollIntoView?.({ block: 'nearest' });
  }

  /** Focuses the row after (1) or before (-1) the active one. If the focus is outside the table, focuses the active row. */
  move(by: 1 | -1): void {
    const active = this.tickets().findIndex(({ id }) => id === this.activeId());
    const ticket = this.tickets()[this.hasFocus() ? active + by : active];
    if (ticket) this.focus(ticket.id);
  }

  /** Focuses the ticket's row, or the active one without a ticket, or if it is not listed. */
  focus(id?: number, options?: FocusOptions): void {
    (this.link(id) ?? this.link(this.activeId()))?.focus(options);
  }

  /** The ticket whose row has the focus. */
  focusedId(): number | undefined {
    const row = this.hasFocus() ? document.activeElement?.closest('tr') : undefined;
    return Number(row?.querySelector('a[data-ticket]')?.getAttribute('data-ticket')) || undefined;
  }

  /** The ticket whose row is in the tab order. */
  activeTicketId(): number | undefined {
    return this.activeId();
  }

  hasFocus(): boolean {
    return this.host.nativeElement.contains(document.activeElement);
  }

  /** Whether a row shows the priority: only high and critical. The others would compete with the titles. */
  protected speaksUp(priority: TicketPriority): boolean {
    return priority === 'high' || priority === 'critical';
  }

  /** Handles the status shortcut of the focused row. The open ticket handles its own. */
  protected handleShortcut(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.repeat) event.preventDefault(); // repeated from a search or a closed menu
    const id = this.focusedId();
    if (id === undefined || id === this.openId() || shortcutKey(event) !== 's') return;
    const button = this.statusButtons().find((one) => one.ticketId() === id);
    const link = this.link(id);
    if (!button || !link || !this.session.can('tickets:write')) return;
    button.openFrom(link);
    event.preventDefault();
  }

  private link(id: number | undefined): HTMLElement | null {
    return this.host.nativeElement.querySelector(`a[data-ticket="${id}"]`);
  }

  protected readonly trackBySlot = (_index: number, { slot }: TableRow) => slot;

  /** One handler for all rows: a RouterLink per row would react to every navigation. */
  protected openTicket(click: MouseEvent): void {
    const link = (click.target as Element).closest('a[data-ticket]');
    if (!link || click.button !== 0 || click.ctrlKey || click.shiftKey || click.altKey || click.metaKey) return;
    click.preventDefault();
    const id = link.getAttribute('data-ticket');
    void this.router.navigate(['/tickets', id], { queryParamsHandling: 'preserve', info: FOCUS_TICKET });
  }
}
