import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatChip, MatChipRemove, MatChipSet } from '@angular/material/chips';
import { PROPERTY_NAMES, type PropertyName } from '@docket/domain';
import type { TicketFilter } from '@docket/web/tickets/data';
import { PropertyValuePipe } from '@docket/web/tickets/ui';
import { DayPipe, Icon } from '@docket/web/ui';

/** A chip for each active filter, with a button that removes the filter. */
@Component({
  selector: 'docket-filter-chips',
  imports: [DayPipe, Icon, MatChip, MatChipRemove, MatChipSet, PropertyValuePipe],
  templateUrl: './filter-chips.html',
  styleUrl: './filter-chips.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterChips {
  readonly filter = input.required<TicketFilter>();
  /** Emits the filter without the removed part. */
  readonly filterChange = output<TicketFilter>();

  /** In reverse order, so that the status is first. */
  protected readonly properties = PROPERTY_NAMES.toReversed();

  protected remove(property: PropertyName, value: string): void {
    const values = this.filter()[property].filter((other) => other !== value);
    this.filterChange.emit({ ...this.filter(), [property]: values });
  }

  protected removeSearch(): void {
    this.filterChange.emit({ ...this.filter(), search: '' });
  }

  protected removeDays(): void {
    this.filterChange.emit({ ...this.filter(), createdFrom: undefined, createdTo: undefined });
  }
}
