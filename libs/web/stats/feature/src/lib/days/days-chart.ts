import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { formatNumber } from '@docket/web/ui';
import type { Chart } from 'chart.js';
import { colourOf } from './colour-of';
import type { DayFigure } from './day-figures';
import type { DaysDrawing } from './draw-days';
import { schemeChanges } from './scheme-changes';

/** A bar for each day, today's marked; each leads to the tickets of its day. */
@Component({
  selector: 'docket-days-chart',
  imports: [MatTooltip, RouterLink],
  templateUrl: './days-chart.html',
  styleUrl: './days-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DaysChart {
  readonly days = input.required<readonly DayFigure[]>();

  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly schemeChanges = schemeChanges();
  private readonly library = import('./draw-days'); // the charting library comes after the figures, not before them
  private readonly destroyRef = inject(DestroyRef);
  private chart?: Chart;

  protected readonly total = computed(() => this.days().reduce((sum, { count }) => sum + count, 0));
  protected readonly busiest = computed(() =>
    this.days().reduce<DayFigure | undefined>((most, day) => (day.count > (most?.count ?? 0) ? day : most), undefined),
  );
  protected readonly formatNumber = formatNumber;

  constructor() {
    afterRenderEffect(() => {
      this.schemeChanges();
      void this.draw(this.canvas().nativeElement, this.days());
    });
    this.destroyRef.onDestroy(() => this.chart?.destroy());
  }

  private async draw(canvas: HTMLCanvasElement, days: readonly DayFigure[]): Promise<void> {
    const { drawDays, redrawDays } = await this.library;
    if (this.destroyRef.destroyed || days !== this.days()) return;
    const drawing = inColours(days, canvas);
    if (this.chart) redrawDays(this.chart, drawing);
    else this.chart = drawDays(canvas, drawing);
  }
}

function inColours(days: readonly DayFigure[], canvas: HTMLCanvasElement): DaysDrawing {
  const place = canvas.parentElement ?? canvas;
  const bar = colourOf('var(--docket-bar)', place);
  const today = colourOf('var(--mat-sys-primary)', place);
  return {
    labels: days.map(({ short }) => short),
    counts: days.map(({ count }) => count),
    colours: days.map(({ isToday }) => (isToday ? today : bar)),
  };
}
