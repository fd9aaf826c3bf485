import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatPrefix, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect, MatSelectTrigger } from '@angular/material/select';
import {
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
} from '@docket/domain';
import { NO_FILTER, type TicketFilter, sameFilter } from '@docket/web/tickets/data';
import { CategoryText, PriorityMark, StatusMark } from '@docket/web/tickets/ui';
import { Icon } from '@docket/web/ui';
import { debounceTime } from 'rxjs';
import { FilterChips } from '../filter-chips/filter-chips';

export interface FilterChange {
  readonly filter: TicketFilter;
  /** Another step of the same edit (more letters, one more option): it takes the place of the step before. */
  readonly continues: boolean;
}

/** Long enough to type on, short enough not to wait, in ms. */
const DEBOUNCE = 250;

/** Search and label filters in a form, and a chip for each that is set. */
@Component({
  selector: 'docket-ticket-filters',
  imports: [
    CategoryText,
    FilterChips,
    Icon,
    MatButton,
    MatFormField,
    MatInput,
    MatOption,
    MatPrefix,
    MatSelect,
    MatSelectTrigger,
    MatSuffix,
    PriorityMark,
    ReactiveFormsModule,
    StatusMark,
  ],
  templateUrl: './ticket-filters.html',
  styleUrl: './ticket-filters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketFilters {
  private readonly searchField = viewChild.required<ElementRef<HTMLInputElement>>('searchField');
  readonly filter = input.required<TicketFilter>();
  readonly filterChange = output<FilterChange>();

  protected readonly form = inject(NonNullableFormBuilder).group({
    search: '',
    category: [[] as TicketCategory[]],
    priority: [[] as TicketPriority[]],
    status: [[] as TicketStatus[]],
  });
  protected readonly categories = TICKET_CATEGORIES;
  protected readonly priorities = TICKET_PRIORITIES;
  protected readonly statuses = TICKET_STATUSES;
  protected readonly isSet = computed(() => !sameFilter(this.filter(), NO_FILTER));
  /** What the form sent last, or was last given: the echo of it must not undo what has been typed since. */
  private known: TicketFilter = NO_FILTER;
  private isEditing = false;

  constructor() {
    effect(() => this.take(this.filter()));
    this.form.valueChanges.pipe(debounceTime(DEBOUNCE), takeUntilDestroyed()).subscribe(() => this.send(this.read()));
  }

  /** Puts the focus into the search field. */
  focus(): void {
    const { nativeElement } = this.searchField();
    nativeElement.focus();
    nativeElement.select();
  }

  /** What is set next begins a new step, which Back returns from. */
  protected endEdit(): void {
    this.isEditing = false;
  }

  /** Without waiting: there is nothing more to come. */
  protected set(filter: TicketFilter): void {
    this.endEdit();
    this.fill(filter);
    this.send(filter);
    this.endEdit();
  }

  protected clear(): void {
    this.set(NO_FILTER);
    this.searchField().nativeElement.focus(); // the button that was pressed is gone
  }

  protected searchNow(): void {
    this.send(this.read());
    this.endEdit();
  }

  private take(filter: TicketFilter): void {
    if (sameFilter(filter, this.known)) return;
    this.known = filter;
    this.endEdit();
    this.fill(filter);
  }

  private send(filter: TicketFilter): void {
    if (sameFilter(filter, this.known)) return;
    this.known = filter;
    this.filterChange.emit({ filter, continues: this.isEditing });
    this.isEditing = true;
  }

  private read(): TicketFilter {
    const { createdFrom, createdTo } = this.known;
    const { search, category, priority, status } = this.form.getRawValue();
    return {
      search: search.trim(),
      category: this.categories.filter((label) => category.includes(label)),
      priority: this.priorities.filter((label) => priority.includes(label)),
      status: this.statuses.filter((label) => status.includes(label)),
      createdFrom,
      createdTo,
    };
  }

  private fill({ search, category, priority, status }: TicketFilter): void {
    const value = { search, category: [...category], priority: [...priority], status: [...status] };
    this.form.setValue(value, { emitEvent: false });
  }
}
