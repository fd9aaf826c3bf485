import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Quality } from '@docket/web/quality/data';
import { ChartCard } from '@docket/web/ui/chart-card';
import { FiguresTable } from '../figures-table/figures-table';
import { FigureCases } from '../measure/figure-cases';
import { TooFew } from '../measure/too-few';
import { CasesPipe, PercentPipe, PercentRangePipe } from '../texts/measured-pipes';
import { percent, percentRange, tooFewWord } from '../texts/percent';
import { suggestionParams } from '../texts/report-suggestions';
import { duration, toGroups } from './groups';

/** Rows before the rest is left to the table. */
const ROWS_MAX = 8;

/** The blind accuracy of each team and way in, and the time of an answer. */
@Component({
  selector: 'docket-groups-card',
  imports: [CasesPipe, ChartCard, FigureCases, FiguresTable, PercentPipe, PercentRangePipe, RouterLink, TooFew],
  templateUrl: './groups-card.html',
  styleUrl: './groups-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GroupsCard {
  readonly report = input.required<Quality>();
  /** The team of the report. */
  readonly team = input<number>();
  readonly teamNames = input.required<ReadonlyMap<number, string>>();
  protected readonly isTable = signal(false);
  protected readonly groups = computed(() =>
    toGroups(this.report(), this.teamNames()).map((group) => ({
      ...group,
      link: suggestionParams(this.report(), this.team(), { role: 'blind', ...group.filter }),
    })),
  );
  /** The ways in, and the largest teams. */
  protected readonly listed = computed(() => {
    const teams = this.report().teams.length;
    const hidden = Math.max(0, this.groups().length - ROWS_MAX);
    return this.groups().filter((_, index) => index < teams - hidden || index >= teams);
  });
  protected readonly rows = computed(() =>
    this.groups().map(({ name, n, share, interval }) => [
      name,
      share === null ? tooFewWord(n) : percent(share),
      interval ? percentRange(interval) : '',
      `${n}`,
    ]),
  );
  protected readonly links = computed(() => this.groups().map(({ link }) => link));
  /** Whoever is measured, people wait only for the language model. */
  protected readonly waited = computed(() =>
    suggestionParams(this.report(), this.team(), { provider: 'gemini', call: 'waited' }),
  );
  protected readonly answerTime = computed(() => {
    const { p50, p95 } = this.report().latency;
    return p50 === null || p95 === null ? undefined : `half in ${duration(p50)}, 95\u00a0% in ${duration(p95)}`;
  });
}
