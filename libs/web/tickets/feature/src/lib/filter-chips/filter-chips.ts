import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatChip, MatChipRemove, MatChipSet } from '@angular/material/chips';
import type { TicketFilter } from '@docket/web/tickets/data';
import { CategoryText, PriorityText, StatusText } from '@docket/web/tickets/ui';
import { DISPLAY_LOCALE, Icon } from '@docket/web/ui';

const day = new Intl.DateTimeFormat(DISPLAY_LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A chip for each filter that is set; its cross removes that one alone. */
@Component({
  selector: 'docket-filter-chips',
  imports: [CategoryText, Icon, MatChip, MatChipRemove, MatChipSet, PriorityText, StatusText],
  templateUrl: './filter-chips.html',
  styleUrl: './filter-chips.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterChips {
  readonly filter = input.required<TicketFilter>();
  /** The filter without what was removed. */
  readonly filterChange = output<TicketFilter>();
  protected readonly from = computed(() => dayText(this.filter().createdFrom));
  protected readonly to = computed(() => dayText(this.filter().createdTo));

  protected remove(label: string): void {
    const filter = this.filter();
    this.filterChange.emit({
      ...filter,
      category: filter.category.filter((other) => other !== label),
      priority: filter.priority.filter((other) => other !== label),
      status: filter.status.filter((other) => other !== label),
    });
  }

  protected removeSearch(): void {
    this.filterChange.emit({ ...this.filter(), search: '' });
  }

  protected removeDays(): void {
    this.filterChange.emit({ ...this.filter(), createdFrom: undefined, createdTo: undefined });
  }
}

function dayText(date: string | undefined): string | undefined {
  return date && day.format(new Date(date));
}
