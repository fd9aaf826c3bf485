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
import { PROPERTY_NAMES, PROPERTY_VALUES } from '@docket/domain';
import { NO_FILTER, type TicketFilter, byProperty, readFilter, sameFilter } from '@docket/web/tickets/data';
import { PropertyBadge, PropertyNamePipe } from '@docket/web/tickets/ui';
import { Icon } from '@docket/web/ui';
import { BackClosesSelect } from '@docket/web/ui/back-closes-select';
import { debounceTime } from 'rxjs';
import { FilterChips } from '../filter-chips/filter-chips';

export interface FilterChange {
  readonly filter: TicketFilter;
  /** True if the change continues an edit (more letters or options), so that it replaces the history entry of that edit. */
  readonly replaceUrl: boolean;
}

/** Pause before the filters apply, in ms: longer than between two keys, too short to notice. */
const DEBOUNCE_MS = 250;

/** A form for the search text and the property filters, with a chip for each active one. */
@Component({
  selector: 'docket-ticket-filters',
  imports: [
    BackClosesSelect,
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
    PropertyBadge,
    PropertyNamePipe,
    ReactiveFormsModule,
  ],
  templateUrl: './ticket-filters.html',
  styleUrl: './ticket-filters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketFilters {
  private readonly searchField = viewChild.required<ElementRef<HTMLInputElement>>('searchField');
  readonly filter = input.required<TicketFilter>();
  readonly filterChange = output<FilterChange>();

  private readonly fields = inject(NonNullableFormBuilder);
  protected readonly form = this.fields.group({
    search: '',
    ...byProperty(() => this.fields.control<readonly string[]>([])),
  });
  protected readonly properties = PROPERTY_NAMES;
  protected readonly values = PROPERTY_VALUES;
  protected readonly isSet = computed(() => !sameFilter(this.filter(), NO_FILTER));
  /** The last filter that was sent or received. It is ignored when received again, because the form may have newer input. */
  private lastFilter: TicketFilter = NO_FILTER;
  private isEditing = false;

  constructor() {
    effect(() => this.receive(this.filter()));
    this.form.valueChanges
      .pipe(debounceTime(DEBOUNCE_MS), takeUntilDestroyed())
      .subscribe(() => this.send(this.readForm()));
  }

  /** Focuses the search field. */
  focus(): void {
    const { nativeElement } = this.searchField();
    nativeElement.focus();
    nativeElement.select();
  }

  /** The next change adds a history entry. */
  protected endEdit(): void {
    this.isEditing = false;
  }

  /** Applies a filter at once, without the pause. */
  protected apply(filter: TicketFilter): void {
    this.endEdit();
    this.fillForm(filter);
    this.send(filter);
    this.endEdit();
    if (sameFilter(filter, NO_FILTER)) this.searchField().nativeElement.focus(); // the chips and buttons disappear
  }

  protected clear(): void {
    this.apply(NO_FILTER);
  }

  protected searchNow(): void {
    this.send(this.readForm());
    this.endEdit();
  }

  private receive(filter: TicketFilter): void {
    if (sameFilter(filter, this.lastFilter)) return;
    this.lastFilter = filter;
    this.endEdit();
    this.fillForm(filter);
  }

  private send(filter: TicketFilter): void {
    if (sameFilter(filter, this.lastFilter)) return;
    this.lastFilter = filter;
    this.filterChange.emit({ filter, replaceUrl: this.isEditing });
    this.isEditing = true;
  }

  private readForm(): TicketFilter {
    const { createdFrom, createdTo } = this.lastFilter;
    return { ...readFilter(this.form.getRawValue()), createdFrom, createdTo };
  }

  private fillForm(filter: TicketFilter): void {
    this.form.patchValue(filter, { emitEvent: false });
  }
}
