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
import { DayPipe, NumberPipe } from '@docket/web/ui';
import type { Chart } from 'chart.js';
import { resolveColour } from './resolve-colour';
import type { DayFigure } from './day-figures';
import type { DaysDrawing } from './draw-days';
import { schemeChanges } from './scheme-changes';

/** One bar per day. Each bar links to the tickets of its day. Today's bar has another colour. */
@Component({
  selector: 'docket-days-chart',
  imports: [DayPipe, NumberPipe, MatTooltip, RouterLink],
  templateUrl: './days-chart.html',
  styleUrl: './days-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DaysChart {
  readonly days = input.required<readonly DayFigure[]>();

  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly schemeChanges = schemeChanges();
  private readonly library = import('./draw-days'); // loaded separately, so that the figures do not wait for it
  private readonly destroyRef = inject(DestroyRef);
  private chart?: Chart;

  protected readonly total = computed(() => this.days().reduce((sum, { count }) => sum + count, 0));
  protected readonly busiest = computed(() =>
    this.days().reduce<DayFigure | undefined>((most, day) => (day.count > (most?.count ?? 0) ? day : most), undefined),
  );

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
    const drawing = toDrawing(days, canvas);
    if (this.chart) redrawDays(this.chart, drawing);
    else this.chart = drawDays(canvas, drawing);
  }
}

function toDrawing(days: readonly DayFigure[], canvas: HTMLCanvasElement): DaysDrawing {
  const element = canvas.parentElement ?? canvas;
  const bar = resolveColour('var(--docket-bar)', element);
  const today = resolveColour('var(--mat-sys-primary)', element);
  return {
    labels: days.map(({ date }) => date),
    counts: days.map(({ count }) => count),
    colours: days.map(({ isToday }) => (isToday ? today : bar)),
  };
}
