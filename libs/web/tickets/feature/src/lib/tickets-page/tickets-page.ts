import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  PendingTasks,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  numberAttribute,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES } from '@docket/domain';
import {
  NO_FILTER,
  type TicketChange,
  TicketChanges,
  type TicketFilter,
  TicketsApi,
  sameFilter,
  toQueryParams,
} from '@docket/web/tickets/data';
import { EmptyState, ErrorState, Icon, FOCUS_SEARCH, shortcutKey, tickingNow } from '@docket/web/ui';
import { FOCUS_TICKET } from '../focus-ticket';
import { TableSkeleton } from '../table-skeleton/table-skeleton';
import { TicketEditor } from '../ticket-editor/ticket-editor';
import { type FilterChange, TicketFilters } from '../ticket-filters/ticket-filters';
import { TicketPanel } from '../ticket-panel/ticket-panel';
import { type StatusPick, TicketTable } from '../ticket-table/ticket-table';
import { coversList } from './covers-list';
import { MatchCount } from './match-count';
import { type PageStart, PageTurner } from './page-turner';
import { readDay } from './read-day';
import { readFirst } from './read-first';
import { readLabels } from './read-labels';
import { readLimit } from './read-limit';

/** The list of tickets, and the one that is open beside it. The address is the state: filters, page, open ticket. */
@Component({
  selector: 'docket-tickets-page',
  imports: [
    EmptyState,
    ErrorState,
    Icon,
    MatButton,
    MatProgressBar,
    MatchCount,
    PageTurner,
    RouterLink,
    TableSkeleton,
    TicketFilters,
    TicketPanel,
    TicketTable,
  ],
  templateUrl: './tickets-page.html',
  styleUrl: './tickets-page.scss',
  host: { '(document:keydown)': 'followShortcut($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketsPage {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly pending = inject(PendingTasks);
  private readonly editor = inject(TicketEditor);
  private readonly changes = inject(TicketChanges);
  private readonly title = inject(Title);
  private readonly table = viewChild(TicketTable);
  /** Both by name, because naming their classes here would load them with the list. */
  private readonly filters = viewChild<TicketFilters>('filters');
  private readonly panel = viewChild<TicketPanel>('panel');
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  /** What the last navigation was for: that shall have the focus as soon as it is there, since both come after the list. */
  private readonly wanted = linkedSignal(() => this.router.lastSuccessfulNavigation()?.extras.info);
  /** Whether the first answer has been painted: what is not needed for it is loaded then. */
  protected readonly isSettled = signal(false);
  /** Filter and cursor of the page that was scrolled to its top. */
  private scrolledFor = '';

  // withComponentInputBinding() fills these in. Unknown values become what is not set.
  readonly id = input(undefined, { transform: (value: unknown) => (value ? numberAttribute(value) : undefined) });
  readonly search = input('', { transform: (value: unknown) => (typeof value === 'string' ? value.trim() : '') });
  readonly category = input([], { transform: readLabels(TICKET_CATEGORIES) });
  readonly priority = input([], { transform: readLabels(TICKET_PRIORITIES) });
  readonly status = input([], { transform: readLabels(TICKET_STATUSES) });
  readonly created_from = input(undefined, { transform: readDay });
  readonly created_to = input(undefined, { transform: readDay });
  readonly cursor = input(undefined, { transform: (value: unknown) => (value ? String(value) : undefined) });
  readonly first = input(undefined, { transform: readFirst });
  readonly limit = input(undefined, { transform: readLimit });

  protected readonly filter = computed<TicketFilter>(
    () => ({
      search: this.search(),
      category: this.category(),
      priority: this.priority(),
      status: this.status(),
      createdFrom: this.created_from(),
      createdTo: this.created_to(),
    }),
    { equal: sameFilter },
  );
  protected readonly list = inject(TicketsApi).list(this.filter, this.cursor, this.limit);
  protected readonly rows = computed(() =>
    (this.list.page()?.tickets ?? []).map((ticket) => this.editor.withUnsaved(ticket)),
  );
  protected readonly isFiltered = computed(() => !sameFilter(this.filter(), NO_FILTER));
  protected readonly position = computed(() => this.rows().findIndex(({ id }) => id === this.id()));
  protected readonly fresh = this.changes.fresh;
  protected readonly now = tickingNow();
  protected readonly covers = coversList();
  protected readonly isCovered = computed(() => this.covers() && this.id() !== undefined);

  constructor() {
    this.changes.changes.pipe(takeUntilDestroyed()).subscribe((change) => this.show(change));
    effect(() => this.title.setTitle(this.tabTitle()));
    effect(() => this.focusWanted());
    effect(() => {
      const isAnswered = this.list.page() || this.list.problem();
      if (isAnswered && !this.isSettled()) this.afterRender(() => this.pending.run(() => this.settle()));
    });
    effect(() => {
      this.list.page();
      untracked(() => this.scrollToTop());
    });
  }

  protected showOnly({ filter, continues }: FilterChange): void {
    const queryParams = { ...toQueryParams(filter), limit: this.limit() ?? null };
    void this.router.navigate([], { queryParams, replaceUrl: continues });
  }

  protected clear(): void {
    this.showOnly({ filter: NO_FILTER, continues: false });
    this.wanted.set(FOCUS_SEARCH);
  }

  protected turnTo(start: PageStart): void {
    void this.router.navigate([], { queryParams: start, queryParamsHandling: 'merge' });
  }

  protected pickStatus({ ticket, status }: StatusPick): void {
    void this.editor.change(ticket, { field: 'status', from: ticket.status, to: status });
  }

  /** Steps take each other's place in the history, so that Back leads to the list and not through every ticket. */
  protected async step(by: 1 | -1): Promise<void> {
    const ticket = this.rows()[this.position() + by];
    if (!ticket || this.position() < 0) return;
    const rowHadFocus = this.table()?.hasFocus() ?? false;
    const info = rowHadFocus ? undefined : FOCUS_TICKET;
    await this.router.navigate(['/tickets', ticket.id], { queryParamsHandling: 'preserve', replaceUrl: true, info });
    if (rowHadFocus) this.table()?.focus(ticket.id);
  }

  protected async close(): Promise<void> {
    const id = this.id();
    await this.router.navigate(['/tickets'], { queryParamsHandling: 'preserve' });
    this.afterRender(() => this.table()?.focus(id));
  }

  protected followShortcut(event: KeyboardEvent): void {
    const key = shortcutKey(event);
    const isOpen = this.id() !== undefined;
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
    if (isArrow && isOpen && !this.table()?.hasFocus()) return; // they scroll what is read
    if (key === 'j' || key === 'ArrowDown') void (isOpen ? this.step(1) : this.table()?.move(1));
    else if (key === 'k' || key === 'ArrowUp') void (isOpen ? this.step(-1) : this.table()?.move(-1));
    else if (key === 'Escape' && isOpen) void this.close();
    else if (key === '/') void this.goToSearch();
    else return;
    event.preventDefault();
  }

  private show({ kind, ticket }: TicketChange): void {
    if (kind === 'changed') this.list.replace(ticket);
    else if (this.cursor() === undefined) this.list.reload();
  }

  private async goToSearch(): Promise<void> {
    const filters = this.filters();
    if (filters && !this.isCovered()) return filters.focus();
    if (this.isCovered()) await this.router.navigate(['/tickets'], { queryParamsHandling: 'preserve' });
    this.wanted.set(FOCUS_SEARCH);
  }

  private focusWanted(): void {
    const wanted = this.wanted();
    const part = wanted === FOCUS_TICKET ? this.panel() : wanted === FOCUS_SEARCH ? this.filters() : undefined;
    if (!part) return;
    this.wanted.set(undefined);
    this.afterRender(() => part.focus());
  }

  /** Another page begins at its top; one that was only read again, or whose rows changed, stays where it is. */
  private scrollToTop(): void {
    const query = JSON.stringify([this.filter(), this.cursor(), this.limit()]);
    if (this.list.isLoading() || query === this.scrolledFor) return;
    this.scrolledFor = query;
    this.scroller().nativeElement.scrollTo?.({ top: 0 });
  }

  /** Until the panel is there, which knows more. */
  private tabTitle(): string {
    return this.id() === undefined ? 'Tickets · Docket' : `#${this.id()} · Docket`;
  }

  /** After the frame that shows the answer. */
  private async settle(): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    this.isSettled.set(true);
  }

  private afterRender(act: () => void): void {
    afterNextRender({ write: act }, { injector: this.injector });
  }
}
