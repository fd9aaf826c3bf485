import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Quality } from '@docket/web/quality/data';
import { NumberPipe } from '@docket/web/ui';
import { ChartCard } from '@docket/web/ui/chart-card';
import { FiguresTable } from '../figures-table/figures-table';
import { CASES_MIN } from '../texts/cases-min';
import { percent } from '../texts/percent';
import { type FigureFilter, suggestionParams } from '../texts/report-suggestions';
import { LinkedText } from '../texts/linked-text';
import { budgetCalls } from './budget-calls';
import { budgetText, costText, linkedNote } from './cost-text';
import { FALLBACK_TEXTS } from './fallback-texts';

/** How often and why the model gave no suggestion, and what its calls cost. */
@Component({
  selector: 'docket-fallbacks-card',
  imports: [ChartCard, FiguresTable, LinkedText, NumberPipe, RouterLink],
  templateUrl: './fallbacks-card.html',
  styleUrl: './fallbacks-card.scss',
  host: { '[style.--docket-rows]': 'rowsShown()', '[class.budgeted]': '!!budget()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FallbacksCard {
  readonly report = input.required<Quality>();
  /** The team of the report. */
  readonly team = input<number>();
  protected readonly isTable = signal(false);
  protected readonly bars = computed(() => {
    const { fallbacks } = this.report();
    const most = Math.max(1, ...fallbacks.map(({ n }) => n));
    return fallbacks.map(({ reason, n }) => ({
      reason,
      text: FALLBACK_TEXTS[reason],
      n,
      length: n / most,
      link: suggestionParams(this.report(), this.team(), { outcome: reason }),
    }));
  });
  /** Rows of the chart, which bound its height: it fills a tall window only as far as its rows do. Null for the table. */
  protected readonly rowsShown = computed(() => (this.isTable() ? null : Math.max(1, this.bars().length)));
  protected readonly heading = computed(() => {
    const number = new NumberPipe();
    const { fallbacks, recorded } = this.report();
    const all = fallbacks.reduce((sum, { n }) => sum + n, 0);
    const share = recorded < CASES_MIN ? '' : ` (${percent(all / recorded)})`;
    return `Fell back: ${number.transform(all)} of ${number.transform(recorded)}${share}`;
  });
  protected readonly rows = computed(() => this.bars().map(({ text, n }) => [text, new NumberPipe().transform(n)]));
  protected readonly links = computed(() => this.bars().map(({ link }) => link));
  protected readonly cost = computed(() => costText(this.report().cost));
  /** Only the language model is paid, whoever is measured. */
  protected readonly note = computed(() => {
    const link = (call: FigureFilter['call']) =>
      suggestionParams(this.report(), this.team(), { provider: 'gemini', call });
    return linkedNote(this.cost(), { priced: link('priced'), unpriced: link('unpriced') });
  });
  protected readonly budget = computed(() => budgetText(this.report().budget));
  protected readonly budgetCalls = computed(() => budgetCalls(this.report()));
}
