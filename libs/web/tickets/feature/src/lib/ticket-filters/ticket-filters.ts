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
  /** True if the change continues an edit (more letters or options), so that it replaces the history entry of that edit. */
  readonly replaceUrl: boolean;
}

/** Pause before the filters apply, in ms: longer than between two keys, too short to notice. */
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
  /** Not required, because the page reads {@link matches} before the first binding. */
  readonly filter = input<TicketFilter>(NO_FILTER);
  /** Why the list of this filter could not be loaded. */
  readonly problem = input.required<Problem | undefined>();
  /** The listed tickets. */
  readonly tickets = input.required<readonly Ticket[]>();
  readonly filterChange = output<FilterChange>();
  /** Emits when the person goes from the query box to the results. */
  readonly entered = output();
  /** Emits when the person goes back from the filters to the list, with Escape. */
  readonly done = output();

  protected readonly text = signal('');
  private readonly parsed = computed(() => parseTicketQuery(this.text()));
  /** The text that the list shows, or is loading. */
  private readonly appliedText = computed(() => queryTextOf(this.filter()));
  protected readonly apiErrors = computed(() =>
    this.text().trim() === this.appliedText() ? apiErrors(this.problem(), this.text()) : [],
  );
  protected readonly isSet = computed(() => this.text().trim() !== '');
  protected readonly properties = PROPERTY_NAMES;
  protected readonly values = PROPERTY_VALUES;
  protected readonly chosen = computed(() => byProperty((property) => this.valuesOf(property)));
  /** Whether the suggestions of the box are over the list. */
  readonly hasSuggestions = computed(() => this.box()?.isOpen() ?? false);
  /** Whether the text has mistakes, so that the list belongs to an earlier one. */
  readonly hasErrors = computed(() => (this.box()?.errors().length ?? 0) > 0);
  /** Whether a ticket that is listed still matches the filter. */
  readonly matches = computed(() => ticketMatcher(this.appliedText(), this.session.user()?.id));

  /** The last filter that was sent or received. It is ignored when received again, because the box may have newer text. */
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

  /** The query box and an open select have their own Escape. */
  protected leaveOnEscape(event: KeyboardEvent): void {
    if (shortcutKey(event) !== 'Escape') return;
    this.done.emit();
    event.preventDefault(); // an open ticket stays
  }

  /** The next change adds a history entry. */
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

  /** Applies a text at once, as a change of its own. */
  protected apply(text: string): void {
    this.endEdit();
    this.text.set(text);
    this.applyNow();
    if (text === '') this.box()?.focus(); // the chips and buttons disappear
  }

  /** Applies the text without the pause. */
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

  /** A text with errors stays in the box, and the list stays as it is. */
  private send(): void {
    const q = this.text().trim();
    if (this.parsed().errors.length > 0 || q === queryTextOf(this.lastFilter)) return;
    this.lastFilter = { ...NO_FILTER, q };
    this.filterChange.emit({ filter: this.lastFilter, replaceUrl: this.isEditing });
    this.isEditing = true;
  }

  /** The values that a ticket may have, where the query says so without `-`. */
  private valuesOf(property: PropertyName): readonly string[] {
    return this.parsed().terms.flatMap(({ node }) =>
      node?.kind === 'filter' && node.key === property && !node.negated
        ? node.values.flatMap((value) => (value.kind === 'text' ? value.text : []))
        : [],
    );
  }
}
