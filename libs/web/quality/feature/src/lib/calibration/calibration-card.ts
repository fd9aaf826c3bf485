import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CONFIDENCES, type Quality } from '@docket/web/quality/data';
import { NumberPipe } from '@docket/web/ui';
import { ChartCard } from '@docket/web/ui/chart-card';
import { FiguresTable } from '../figures-table/figures-table';
import { CasesPipe } from '../texts/measured-pipes';
import { cases, percent, percentRange, tooFew, tooFewWord } from '../texts/percent';
import { type SuggestionParams, suggestionParams } from '../texts/report-suggestions';
import { calibrationStart, tenthText, toCalibrationPoints } from './calibration-points';

/** How often the learned model was right, by how sure it was. On the diagonal, it is as often right as it is sure. */
@Component({
  selector: 'docket-calibration-card',
  imports: [CasesPipe, ChartCard, FiguresTable, NumberPipe, RouterLink],
  templateUrl: './calibration-card.html',
  styleUrl: './calibration-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CalibrationCard {
  readonly report = input.required<Quality>();
  /** The team of the report. */
  readonly team = input<number>();
  private readonly bins = computed(() => this.report().calibration);
  /** The expected calibration error, 0 to 1; null for too few cases. */
  protected readonly error = computed(() => this.report().ece);
  protected readonly isTable = signal(false);
  protected readonly n = computed(() => this.bins().reduce((sum, { n }) => sum + n, 0));
  protected readonly start = computed(() => calibrationStart(toCalibrationPoints(this.bins())));
  protected readonly ticks = computed(() => {
    const step = this.start() < 80 ? 20 : 5;
    return Array.from({ length: (100 - this.start()) / step + 1 }, (_, index) => this.start() + index * step);
  });
  /** As percentages of the plot, y from the top. */
  protected readonly points = computed(() =>
    toCalibrationPoints(this.bins()).map(({ from, said, n, right, interval, radius, isLargest }) => {
      const [low = 0, high = 0] = interval ?? [];
      const title = `${percent(said, 0)} sure: ${right === undefined ? tooFew(n) : `right in ${percent(right)}, ${cases(n)}`}`;
      // Without a figure, it stands on the diagonal.
      return {
        title,
        link: this.link(from),
        n,
        radius,
        isLargest,
        isHollow: right === undefined,
        x: this.place(said),
        y: 100 - this.place(right ?? said),
        low: 100 - this.place(low),
        high: 100 - this.place(high),
      };
    }),
  );
  protected readonly hasFew = computed(() => this.points().some(({ isHollow }) => isHollow));
  protected readonly rows = computed(() =>
    this.bins().map(({ from, confidence, n, share, interval }) => [
      tenthText(from),
      percent(confidence),
      share === null ? tooFewWord(n) : percent(share),
      interval ? percentRange(interval) : '',
      `${n}`,
    ]),
  );

  protected readonly links = computed(() => this.bins().map(({ from }) => this.link(from)));

  /** The suggestions of a tenth, as the trained model gave them, whatever the report measures. */
  private link(from: number): SuggestionParams {
    const confidence = CONFIDENCES.find((tenth) => Math.abs(tenth - from) < 0.05);
    return suggestionParams(this.report(), this.team(), { provider: 'local', field: 'category', confidence });
  }

  /** Percentage of the length of an axis. */
  protected place(share: number): number {
    return (100 * (share * 100 - this.start())) / (100 - this.start());
  }
}
