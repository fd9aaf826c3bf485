import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  viewChildren,
} from '@angular/core';
import { MatChip, MatChipRemove, MatChipSet } from '@angular/material/chips';
import { parseTicketQuery } from '@docket/ticket-query';
import { DayPipe, Icon } from '@docket/web/ui';
import { type QueryChip, queryChips } from './query-chips';

/** A chip for each filter of a query, with a button that removes the filter. */
@Component({
  selector: 'docket-filter-chips',
  imports: [Icon, MatChip, MatChipRemove, MatChipSet],
  providers: [DayPipe],
  templateUrl: './filter-chips.html',
  styleUrl: './filter-chips.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterChips {
  readonly text = input.required<string>();
  /** Emits the text without the removed part. */
  readonly textChange = output<string>();

  private readonly day = inject(DayPipe);
  protected readonly chips = computed(() =>
    queryChips(parseTicketQuery(this.text()), (day) => this.day.transform(day)),
  );
  private readonly injector = inject(Injector);
  private readonly buttons = viewChildren<unknown, ElementRef<HTMLElement>>(MatChipRemove, { read: ElementRef });
  /** Position of the removed chip. The chip after it takes the focus. */
  private removed?: number;

  constructor() {
    effect(() => {
      this.text();
      const removed = this.removed;
      this.removed = undefined;
      if (removed !== undefined) afterNextRender({ write: () => this.focus(removed) }, { injector: this.injector });
    });
  }

  protected remove({ rest }: QueryChip): void {
    this.removed = this.buttons().findIndex(({ nativeElement }) => nativeElement.matches(':focus, :active'));
    this.textChange.emit(rest);
  }

  private focus(position: number): void {
    const buttons = this.buttons();
    buttons[Math.min(Math.max(position, 0), buttons.length - 1)]?.nativeElement.focus();
  }
}
