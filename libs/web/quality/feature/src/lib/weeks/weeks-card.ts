import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { Quality } from '@docket/web/quality/data';
import { DayPipe } from '@docket/web/ui';
import { ChartCard } from '@docket/web/ui/chart-card';
import { FiguresTable } from '../figures-table/figures-table';
import { percent, percentRange, tooFewWord } from '../texts/percent';
import { suggestionParams, weekOf } from '../texts/report-suggestions';
import { driftText } from './drift-text';
import { toChanges, toWeekSlots, weekAxisStart } from './week-slots';
import { WeeksChart } from './weeks-chart';

/** The blind accuracy of each week, and when the model or the prompt changed. */
@Component({
  selector: 'docket-weeks-card',
  imports: [ChartCard, DayPipe, FiguresTable, WeeksChart],
  templateUrl: './weeks-card.html',
  styleUrl: './weeks-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeeksCard {
  readonly report = input.required<Quality>();
  /** The team of the report. */
  readonly team = input<number>();
  protected readonly slots = computed(() => toWeekSlots(this.report()));
  protected readonly changes = computed(() => toChanges(this.report(), this.slots()));
  protected readonly start = computed(() => weekAxisStart(this.slots()));
  /** Whether the chart does not name all changes, even on a wide screen. */
  protected readonly isListed = computed(() => this.isTable() || this.changes().some(({ place }) => !place));
  protected readonly isTable = signal(false);
  /** Whether people file other tickets than before. */
  protected readonly drift = computed(() => driftText(this.report()));
  private readonly psiByWeek = computed(() => new Map(this.report().drift.map(({ week, psi }) => [week, psi])));
  /** The query parameters of the suggestions of each week, by its Monday; none for a week without any. */
  protected readonly links = computed(
    () =>
      new Map(
        this.slots()
          .filter(({ n }) => n > 0)
          .map(({ week }) => [week, suggestionParams(weekOf(this.report(), week), this.team(), { role: 'blind' })]),
      ),
  );
  protected readonly rowLinks = computed(() =>
    this.slots()
      .toReversed()
      .map(({ week }) => this.links().get(week)),
  );
  protected readonly rows = computed(() => {
    const day = new DayPipe();
    return this.slots()
      .toReversed()
      .map(({ week, n, share, interval }) => [
        day.transform(week),
        share === undefined ? tooFewWord(n) : percent(share),
        interval ? percentRange(interval) : '',
        `${n}`,
        this.psiByWeek().get(week)?.toFixed(2) ?? '',
      ]);
  });
}
