import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { DayPipe, NumberPipe } from '@docket/web/ui';
import { toDayAxis } from './day-axis';
import type { DayFigure } from './day-figures';

/** One bar per day, which links to the tickets of its day. Bars beyond the axis are cut and labelled. Today has another colour. */
@Component({
  selector: 'docket-days-chart',
  imports: [DayPipe, NumberPipe, MatTooltip, RouterLink],
  templateUrl: './days-chart.html',
  styleUrl: './days-chart.scss',
  host: { '[style.--ticks-width]': 'ticksWidth()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DaysChart {
  readonly days = input.required<readonly DayFigure[]>();
  protected readonly axis = computed(() => toDayAxis(this.days().map(({ count }) => count)));
  /** Room for the longest count, with its separators, and a gap. */
  protected readonly ticksWidth = computed(
    () => `calc(${(this.axis().end.toString().length * 4) / 3} * 0.5rem + 0.5rem)`,
  );
  protected readonly total = computed(() => this.days().reduce((sum, { count }) => sum + count, 0));
  protected readonly busiest = computed(() =>
    this.days().reduce<DayFigure | undefined>((most, day) => (day.count > (most?.count ?? 0) ? day : most), undefined),
  );

  /** Percentage of the height of the plot. */
  protected height(count: number): number {
    return (100 * Math.min(count, this.axis().end)) / this.axis().end;
  }
}
