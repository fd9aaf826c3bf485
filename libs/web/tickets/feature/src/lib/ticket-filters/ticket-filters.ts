import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect, MatSelectTrigger } from '@angular/material/select';
import { PROPERTY_NAMES, PROPERTY_VALUES, type PropertyName } from '@docket/domain';
import { parseTicketQuery, setQueryValues } from '@docket/ticket-query';
import type { Problem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import { NO_FILTER, type Ticket, type TicketFilter, byProperty, sameFilter } from '@docket/web/tickets/data';
import { PropertyBadge, PropertyNamePipe } from '@docket/web/tickets/ui';
import { shortcutKey } from '@docket/web/ui';
import { BackClosesSelect } from '@docket/web/ui/back-closes-select';
import { debounceTime } from 'rxjs';
import { FilterChips } from '../filter-chips/filter-chips';
import { apiErrors } from '../query-box/api-errors';
import { QueryBox } from '../query-box/query-box';
import { queryTextOf } from '../query-box/query-text';
import { ticketMatcher } from '../query-box/ticket-matcher';

export interface FilterChange {
  readonly filter: TicketFilter;
  /** Whether the change continues an edit (more letters or options). It then replaces the history entry of that edit. */
  readonly replaceUrl: boolean;
}

/** Delay before the filters apply, in ms: longer than between two keys, too short to notice. */
const DEBOUNCE_MS = 250;

/** The query box, menus that edit its text, and a chip for each filter. The text is the only state. */
@Component({
  selector: 'docket-ticket-filters',
  imports: [
    BackClosesSelect,
    FilterChips,
    MatButton,
    MatFormField,
    MatOption,
    MatSelect,
    MatSelectTrigger,
    PropertyBadge,
    PropertyNamePipe,
    QueryBox,
  ],
  templateUrl: './ticket-filters.html',
  styleUrl: './ticket-filters.scss',
  host: { '(keydown)': 'leaveOnEscape($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketFilters {
  private readonly box = viewChild(QueryBox);
  private readonly session = inject(Session);
  /** Optional, because the page reads {@link matches} before the first binding. */
  readonly filter = input<TicketFilter>(NO_FILTER);
  /** Problem of the last request for the list. */
  readonly problem = input.required<Problem | undefined>();
  /** The listed tickets. */
  readonly tickets = input.required<readonly Ticket[]>();
  readonly filterChange = output<FilterChange>();
  /** Emits when the person moves from the query box to the results. */
  readonly entered = output();
  /** Emits on Escape, when the person returns from the filters to the list. */
  readonly done = output();

  protected readonly text = signal('');
  private readonly parsed = computed(() => parseTicketQuery(this.text()));
  /** The text of the displayed or loading list. */
  private readonly appliedText = computed(() => queryTextOf(this.filter()));
  protected readonly apiErrors = computed(() =>
    this.text().trim() === this.appliedText() ? apiErrors(this.problem(), this.text()) : [],
  );
  protected readonly isSet = computed(() => this.text().trim() !== '');
  protected readonly properties = PROPERTY_NAMES;
  protected readonly values = PROPERTY_VALUES;
  protected readonly chosen = computed(() => byProperty((property) => this.valuesOf(property)));
  /** Whether the completions cover the list. */
  readonly hasSuggestions = computed(() => this.box()?.isOpen() ?? false);
  /** Whether the text has errors. The list then belongs to an earlier text. */
  readonly hasErrors = computed(() => (this.box()?.errors().length ?? 0) > 0);
  /** Predicate that tells whether a listed ticket still matches the filter. */
  readonly matches = computed(() => ticketMatcher(this.appliedText(), this.session.user()?.id));

  /** The last filter sent or received. It is ignored when received again, because the box may have newer text. */
  private lastFilter: TicketFilter = NO_FILTER;
  private isEditing = false;

  constructor() {
    effect(() => {
      const filter = this.filter();
      untracked(() => this.receive(filter));
    });
    toObservable(this.text)
      .pipe(debounceTime(DEBOUNCE_MS), takeUntilDestroyed())
      .subscribe(() => {
        if (!this.box()?.isUnfinished()) this.send();
      });
  }

  /** Focuses the query box. */
  focus(): void {
    this.box()?.focus();
  }

  /** Leaves the filters. The query box and an open select handle Escape themselves. */
  protected leaveOnEscape(event: KeyboardEvent): void {
    if (shortcutKey(event) !== 'Escape') return;
    this.done.emit();
    event.preventDefault(); // an open ticket stays open
  }

  /** Ends an edit, so that the next change adds a history entry. */
  protected endEdit(): void {
    this.isEditing = false;
  }

  protected choose(property: PropertyName, values: readonly string[]): void {
    const inOrder = PROPERTY_VALUES[property].filter((value) => values.includes(value));
    this.text.set(
      setQueryValues(
        this.parsed(),
        property,
        inOrder.map((text) => ({ kind: 'text', text })),
      ),
    );
  }

  /** Applies a text immediately, as a separate edit. */
  protected apply(text: string): void {
    this.endEdit();
    this.text.set(text);
    this.applyNow();
    if (text === '') this.box()?.focus(); // the focused chip or button disappears
  }

  /** Applies the text without delay. */
  protected applyNow(): void {
    this.send();
    this.endEdit();
  }

  private receive(filter: TicketFilter): void {
    if (sameFilter(filter, this.lastFilter)) return;
    this.lastFilter = filter;
    this.endEdit();
    this.text.set(queryTextOf(filter));
  }

  /** Emits the text, unless it has errors or is unchanged. */
  private send(): void {
    const q = this.text().trim();
    if (this.parsed().errors.length > 0 || q === queryTextOf(this.lastFilter)) return;
    this.lastFilter = { ...NO_FILTER, q };
    this.filterChange.emit({ filter: this.lastFilter, replaceUrl: this.isEditing });
    this.isEditing = true;
  }

  /** Values of a property in filters without `-`. */
  private valuesOf(property: PropertyName): readonly string[] {
    return this.parsed().terms.flatMap(({ node }) =>
      node?.kind === 'filter' && node.key === property && !node.negated
        ? node.values.flatMap((value) => (value.kind === 'text' ? value.text : []))
        : [],
    );
  }
}
