import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatChip, MatChipRemove, MatChipSet } from '@angular/material/chips';
import type { TicketFilter } from '@docket/web/tickets/data';
import { CategoryText, PriorityText, StatusText } from '@docket/web/tickets/ui';
import { DayPipe, Icon } from '@docket/web/ui';

/** A chip for each active filter, with a button that removes the filter. */
@Component({
  selector: 'docket-filter-chips',
  imports: [CategoryText, DayPipe, Icon, MatChip, MatChipRemove, MatChipSet, PriorityText, StatusText],
  templateUrl: './filter-chips.html',
  styleUrl: './filter-chips.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterChips {
  readonly filter = input.required<TicketFilter>();
  /** The remaining filter. */
  readonly filterChange = output<TicketFilter>();

  protected remove(value: string): void {
    const filter = this.filter();
    this.filterChange.emit({
      ...filter,
      category: filter.category.filter((other) => other !== value),
      priority: filter.priority.filter((other) => other !== value),
      status: filter.status.filter((other) => other !== value),
    });
  }

  protected removeSearch(): void {
    this.filterChange.emit({ ...this.filter(), search: '' });
  }

  protected removeDays(): void {
    this.filterChange.emit({ ...this.filter(), createdFrom: undefined, createdTo: undefined });
  }
}
