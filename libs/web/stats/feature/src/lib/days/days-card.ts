import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TicketStats } from '@docket/web/stats/data';
import { DayPipe, NumberPipe } from '@docket/web/ui';
import { ChartCard } from '@docket/web/ui/chart-card';
import { toDayFigures } from './day-figures';
import { DaysChart } from './days-chart';

/** Tickets filed on each of the last 30 days, as bars or as a table. */
@Component({
  selector: 'docket-days-card',
  imports: [ChartCard, DayPipe, DaysChart, NumberPipe, RouterLink],
  templateUrl: './days-card.html',
  styleUrls: ['../chart-card/figures-table.scss', './days-card.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DaysCard {
  /** Oldest first; the last one is today. */
  readonly days = input.required<TicketStats['tickets_per_day']>();
  protected readonly figures = computed(() => toDayFigures(this.days()));
  protected readonly newestFirst = computed(() => this.figures().toReversed());
  protected readonly isTable = signal(false);
}
