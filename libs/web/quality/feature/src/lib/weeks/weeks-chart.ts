import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { DayPipe } from '@docket/web/ui';
import { CasesPipe } from '../texts/measured-pipes';
import { cases, percent, percentRange, tooFew } from '../texts/percent';
import type { Change, WeekSlot } from './week-slots';

/** Weeks beside each other with room for words in the chart. */
const WORDS_MAX = 13;

/** Points with their intervals, from left to right. Dashed lines mark changes of the model or the prompt. */
@Component({
  selector: 'docket-weeks-chart',
  imports: [CasesPipe, DayPipe, RouterLink],
  templateUrl: './weeks-chart.html',
  styleUrl: './weeks-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeeksChart {
  readonly slots = input.required<readonly WeekSlot[]>();
  readonly changes = input.required<readonly Change[]>();
  /** The query parameters of the suggestions of a week, by its Monday. */
  readonly links = input.required<ReadonlyMap<string, Params>>();

  /** The percentage at which the axis begins. */
  readonly start = input.required<number>();
  protected readonly ticks = computed(() => (this.start() === 50 ? [100, 75, 50] : [100, 75, 50, 25, 0]));
  protected readonly hasWords = computed(() => this.slots().length <= WORDS_MAX);
  protected readonly hasFew = computed(() => this.few().length > 0);

  /** The measured weeks, as percentages of the plot. */
  protected readonly points = computed(() =>
    this.slots().flatMap(({ week, n, share, interval }, index) => {
      if (share === undefined) return [];
      const [low = share, high = share] = interval ?? [];
      const title = `${new DayPipe().transform(week)}: ${percent(share)}, ${percentRange([low, high])}, ${cases(n)}`;
      return { index, title, x: this.x(index), y: this.y(share), low: this.y(low), high: this.y(high) };
    }),
  );
  /** The weeks with too few cases: bands without a point, since any height would look like a share. */
  protected readonly few = computed(() =>
    this.slots().flatMap(({ n, share }, index) => {
      if (share !== undefined || n === 0) return [];
      const width = 100 / this.slots().length;
      return { index, n, left: index * width, width };
    }),
  );
  /** The weeks with suggestions. Their areas lie above points and bands, so they have the titles. */
  protected readonly areas = computed(() =>
    this.slots().flatMap(({ week, n }, index) => {
      const link = this.links().get(week);
      const title = this.points().find((point) => point.index === index)?.title;
      return link
        ? { week, link, title: title ?? `${new DayPipe().transform(week)}: ${tooFew(n)}`, x: this.x(index) }
        : [];
    }),
  );
  /** Lines between neighbouring weeks. A week without a figure interrupts them. */
  protected readonly lines = computed(() => {
    const points = this.points();
    return points.flatMap((to, index) => {
      const from = points[index - 1];
      return from && from.index === to.index - 1 ? { from, to } : [];
    });
  });
  protected readonly marks = computed(() =>
    this.changes().flatMap(({ at, ...change }) => (at === undefined ? [] : { ...change, x: at * 100 })),
  );
  protected readonly hasTwoLines = computed(() => this.marks().some(({ place }) => place?.line === 1));
  protected readonly summary = computed(() => {
    const measured = this.slots().filter(({ share }) => share !== undefined);
    const last = measured.at(-1);
    if (last?.share === undefined) return 'No week has enough tickets for a figure.';
    return `The last measured week, from ${new DayPipe().transform(last.week)}: ${percent(last.share)}, ${cases(last.n)}.`;
  });

  private x(index: number): number {
    return (100 * (index + 0.5)) / this.slots().length;
  }

  /** Percentage from the top. What is below the axis is cut at its end. */
  protected y(share: number): number {
    return Math.min(100, (100 * (1 - share) * 100) / (100 - this.start()));
  }
}
