import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  numberAttribute,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Title } from '@angular/platform-browser';
import { ActivatedRoute, type Params, Router, RouterLink } from '@angular/router';
import type { TicketSort } from '@docket/domain';
import { Session } from '@docket/web/people/data';
import {
  NO_FILTER,
  type TicketChange,
  TicketChanges,
  type TicketFilter,
  TicketsApi,
  readFilter,
  sameFilter,
  toQueryParams,
} from '@docket/web/tickets/data';
import { EmptyState, ErrorState, FOCUS_SEARCH, Icon, NumberPipe, shortcutKey, tickingNow } from '@docket/web/ui';
import { RefreshButton, StaleNotice } from '@docket/web/ui/refresh';
import { FOCUS_TICKET } from '../focus-ticket';
import { TableSkeleton } from '../table-skeleton/table-skeleton';
import { TicketEditor } from '../ticket-editor/ticket-editor';
import { type FilterChange, TicketFilters } from '../ticket-filters/ticket-filters';
import { TicketPanel } from '../ticket-panel/ticket-panel';
import { type StatusChange, TicketTable } from '../ticket-table/ticket-table';
import { coversList } from './covers-list';
import { firstPaint } from './first-paint';
import { focusTarget } from './focus-target';
import { LinkingTicket } from './linking-ticket';
import { ListFigures } from './list-figures';
import { ListPosition } from './list-position';
import { ListWidth } from './list-width';
import { loadTicketKeys } from './load-ticket-keys';
import { MatchCount } from './match-count';
import { Neighbours, type Step } from './neighbours';
import { type PageStart, Paginator } from './paginator';
import { readPosition } from './read-position';
import { onceCurrent } from './once-current';
import { OthersChanges } from './others-changes';
import { readLimit } from './read-limit';
import { nextSort, readSort } from './read-sort';
import { SortButton } from './sort-button';
import { SORT_TEXTS } from './sort-texts';

/** The list of tickets, with the open ticket next to it. The URL holds the state: filters, page, and open ticket. */
@Component({
  selector: 'docket-tickets-page',
  imports: [
    EmptyState,
    ErrorState,
    Icon,
    MatButton,
    MatProgressBar,
    MatchCount,
    NumberPipe,
    Paginator,
    RefreshButton,
    RouterLink,
    SortButton,
    StaleNotice,
    TableSkeleton,
    TicketFilters,
    TicketPanel,
    TicketTable,
  ],
  templateUrl: './tickets-page.html',
  styleUrl: './tickets-page.scss',
  host: {
    '(document:keydown)': 'handleShortcut($event)',
    '(window:pagehide)': 'position.store()',
    '[class.open]': 'id() !== undefined',
    '[style.--docket-list-width.rem]': 'listWidth()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketsPage {
  private readonly router = inject(Router);
  private readonly editor = inject(TicketEditor);
  private readonly changes = inject(TicketChanges);
  protected readonly session = inject(Session);
  private readonly title = inject(Title);
  private readonly table = viewChild(TicketTable);
  /** Queried by template variable: a query by class would load these components with the list. */
  protected readonly filters = viewChild<TicketFilters>('filters');
  private readonly panel = viewChild<TicketPanel>('panel');
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly focusTarget = focusTarget(
    { [FOCUS_SEARCH]: this.filters, [FOCUS_TICKET]: this.panel, list: this.table },
    FOCUS_TICKET,
  );
  protected readonly position = new ListPosition({
    scroller: this.scroller,
    table: this.table,
    url: () => this.listUrl(),
    isTicketOpen: () => this.id() !== undefined,
  });
  protected readonly linking = new LinkingTicket();
  private lastOpenId?: number;
  /** Parameters of the list that was last shown before another order was wanted. */
  private shown?: Params;
  private filterNavigation?: Promise<unknown>;

  // Bound to the URL by withComponentInputBinding(). Invalid values count as unset.
  readonly id = input(undefined, { transform: (value: unknown) => (value ? numberAttribute(value) : undefined) });
  readonly cursor = input(undefined, {
    transform: (value: unknown) => (value && typeof value === 'string' ? value : undefined),
  });
  readonly first = input(undefined, { transform: readPosition });
  readonly limit = input(undefined, { transform: readLimit });
  readonly sort = input(undefined, { transform: readSort });

  private readonly queryParams = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  protected readonly filter = computed<TicketFilter>(() => readFilter(this.queryParams()), { equal: sameFilter });
  private readonly api = inject(TicketsApi);
  protected readonly list = this.api.listResource(this.filter, this.cursor, this.limit, this.sort);
  protected readonly tickets = computed(() =>
    (this.list.page()?.tickets ?? []).map((ticket) => this.editor.withUnsaved(ticket)),
  );
  private readonly onceCurrent = onceCurrent(this.list);
  protected readonly figures = new ListFigures({
    list: this.list,
    tickets: this.tickets,
    filters: () => this.filters(),
    cursor: this.cursor,
    first: this.first,
    last: computed(() => readPosition(this.queryParams()['last'])),
  });
  /** Failure of the list. While the query has an error, the last list stays, and the query box reports the error. */
  protected readonly problem = computed(() => {
    const problem = this.list.problem();
    const isOfQuery = problem?.errors.some(({ parameter }) => parameter === 'q');
    return isOfQuery && this.list.page() ? undefined : problem;
  });
  protected readonly isOutdated = computed(() => this.figures.isOutdated() && !this.problem());
  protected readonly isFiltered = computed(() => !sameFilter(this.filter(), NO_FILTER));
  protected readonly neighbours = new Neighbours(this.api, {
    list: this.list,
    filter: this.filter,
    sort: this.sort,
    tickets: this.tickets,
    url: () => this.listUrl(),
    openId: this.id,
    openCursors: () => this.panel()?.cursors(),
    beyond: (by) => this.figures.beyond(by),
  });
  protected readonly others = new OthersChanges({
    list: this.list,
    filter: this.filter,
    sort: this.sort,
    limit: this.limit,
    isFirstPage: computed(() => this.cursor() === undefined),
  });
  protected readonly highlightedIds = this.changes.highlightedIds;
  protected readonly now = tickingNow();
  /** Whether the first page of the list was painted. The filters load after that. */
  protected readonly isListPainted = firstPaint(() => !!this.list.page() || !!this.list.problem());
  private readonly keys = loadTicketKeys(
    this.isListPainted,
    {
      list: this.list,
      neighbours: this.neighbours,
      openId: this.id,
      table: this.table,
      panel: this.panel,
      onceCurrent: this.onceCurrent,
      position: this.position,
      scroller: this.scroller,
    },
    () => this.panel()?.composer(),
  );
  protected readonly step = this.keys.step;
  protected readonly panelCoversList = coversList();
  protected readonly listWidth = inject(ListWidth).value;
  protected readonly isCovered = computed(() => this.panelCoversList() && this.id() !== undefined);

  constructor() {
    this.changes.changes.pipe(takeUntilDestroyed()).subscribe((change) => this.applyChange(change));
    effect(() => {
      const id = this.id();
      if (id === undefined) this.title.setTitle('Tickets · Docket');
      else if (!untracked(this.panel)) this.title.setTitle(`#${id} · Docket`); // afterwards, the panel sets the title
    });
    effect(() => {
      this.list.page();
      untracked(() => {
        const query = JSON.stringify([this.filter(), this.cursor(), this.limit(), this.sort()]);
        if (!this.list.isLoading()) this.position.scrollToTop(query);
      });
    });
    effect(() => {
      const closedId = this.lastOpenId;
      this.lastOpenId = this.id();
      if (this.id() === undefined && closedId !== undefined) this.position.focusRowIfLost(closedId);
    });
  }

  protected applyFilter({ filter, replaceUrl }: FilterChange): void {
    const queryParams = { ...toQueryParams(filter), limit: this.limit() ?? null, sort: this.sort() ?? null };
    this.filterNavigation = this.router.navigate([], { queryParams, replaceUrl });
  }

  /** Shows the first page in this order. If it cannot be loaded, the list from before stays. */
  protected async sortBy(sort: TicketSort): Promise<void> {
    if (this.list.isCurrent()) this.shown = this.queryParams();
    const queryParams = { sort: readSort(sort) ?? null, cursor: null, first: null, last: null };
    this.panel()?.tell(SORT_TEXTS[sort]); // next to an open ticket, the order is only an icon
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
    const goBack = async () => {
      if (this.shown) await this.router.navigate([], { queryParams: this.shown, replaceUrl: true });
      this.position.focusRow();
    };
    this.onceCurrent(
      () => this.position.focusRow(this.list.page()?.tickets[0]?.id),
      () => void goBack(),
    );
  }

  /** Switches to the next order. The focus moves to the list, because the focused row may leave the page. */
  private takeNextOrder(): void {
    if (this.table()?.hasFocus()) this.position.focusList();
    void this.sortBy(nextSort(this.sort()));
  }

  protected clearFilter(): void {
    this.applyFilter({ filter: NO_FILTER, replaceUrl: false });
    this.focusTarget.set(FOCUS_SEARCH);
  }

  protected refresh(): void {
    this.list.reload();
    this.panel()?.refresh();
  }

  /** Focuses a row of the results after they have loaded, the first or the active one. Enter then opens it. */
  protected focusResults(isFirst: boolean): void {
    this.position.focusList(); // leaving the box applies its text
    this.keys.focusResults(isFirst, this.filterNavigation);
  }

  /** Shows the new tickets, most of them at the top. After a key press, focuses the first one, because the button disappears. */
  protected showNew({ detail }: MouseEvent): void {
    if (detail === 0) this.position.focusList();
    const ids = this.others.show();
    this.scroller().nativeElement.scrollTop = 0;
    this.onceCurrent(() => this.position.focusRow(this.tickets().find(({ id }) => ids?.has(id) ?? true)?.id));
  }

  protected goToPage(queryParams: PageStart): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected changeStatus({ ticket, from, to }: StatusChange): void {
    void this.editor.change(ticket, { field: 'status', from, to });
  }

  private move(by: Step): void {
    if (this.id() === undefined) this.table()?.move(by);
    else this.step(by);
  }

  protected async closeTicket(): Promise<void> {
    await this.router.navigate(['/tickets'], { queryParamsHandling: 'preserve' });
  }

  private listUrl(): string {
    return this.router.serializeUrl(this.router.createUrlTree(['/tickets'], { queryParams: this.queryParams() }));
  }

  protected handleShortcut(event: KeyboardEvent): void {
    const key = shortcutKey(event);
    const isOpen = this.id() !== undefined;
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
    if (isArrow && isOpen && !this.table()?.hasFocus()) return; // scrolls the open ticket
    if (key === 'j' || key === 'ArrowDown') this.move(1);
    else if (key === 'k' || key === 'ArrowUp') this.move(-1);
    else if (key === 'Escape' && this.linking.id()) this.linking.goBack();
    else if (key === 'Escape' && isOpen) void this.closeTicket();
    else if (key === 'Escape' && this.focusTarget())
      this.focusTarget.set('list'); // the search is still loading
    else if (key === '/') void this.focusSearch();
    else if (key === 'o') this.takeNextOrder();
    else if (key === 'z') this.editor.undo();
    else if (key === 'Z') this.editor.redo();
    else if (!this.session.can('tickets:write') || !this.keys.take(key)) return;
    event.preventDefault();
  }

  private applyChange(change: TicketChange): void {
    if (change.kind === 'changed') this.list.replace(change.ticket);
    else if (change.kind === 'elsewhere') void this.others.apply(change);
    else if (this.cursor() === undefined && this.sort() === undefined) this.list.reloadAfterChange();
  }

  private async focusSearch(): Promise<void> {
    const filters = this.filters();
    if (filters && !this.isCovered()) return filters.focus();
    if (this.isCovered()) await this.router.navigate(['/tickets'], { queryParamsHandling: 'preserve' });
    this.focusTarget.set(FOCUS_SEARCH);
  }
}
