import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  effect,
  inject,
  input,
  output,
  viewChildren,
} from '@angular/core';
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

  private readonly injector = inject(Injector);
  private readonly buttons = viewChildren<unknown, ElementRef<HTMLElement>>(MatChipRemove, { read: ElementRef });
  /** Position of the removed chip: the chip that follows it takes the focus. */
  private removed?: number;

  constructor() {
    effect(() => {
      this.filter();
      const removed = this.removed;
      this.removed = undefined;
      if (removed !== undefined) afterNextRender({ write: () => this.focus(removed) }, { injector: this.injector });
    });
  }

  protected remove(property: PropertyName, value: string): void {
    const values = this.filter()[property].filter((other) => other !== value);
    this.emit({ ...this.filter(), [property]: values });
  }

  protected removeSearch(): void {
    this.emit({ ...this.filter(), search: '' });
  }

  protected removeDays(): void {
    this.emit({ ...this.filter(), createdFrom: undefined, createdTo: undefined });
  }

  private emit(filter: TicketFilter): void {
    this.removed = this.buttons().findIndex(({ nativeElement }) => nativeElement.matches(':focus, :active'));
    this.filterChange.emit(filter);
  }

  private focus(position: number): void {
    const buttons = this.buttons();
    buttons[Math.min(Math.max(position, 0), buttons.length - 1)]?.nativeElement.focus();
  }
}
