import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Quality } from '@docket/web/quality/data';
import { NumberPipe } from '@docket/web/ui';
import { ChartCard } from '@docket/web/ui/chart-card';
import { FiguresTable } from '../figures-table/figures-table';
import { CasesPipe, PercentPipe } from '../texts/measured-pipes';
import { percent } from '../texts/percent';
import { suggestionParams } from '../texts/report-suggestions';
import { labelText, toConfusionRows } from './confusion-matrix';

/** What people chose alone, against what was suggested for the same tickets. */
@Component({
  selector: 'docket-confusion-card',
  imports: [CasesPipe, ChartCard, FiguresTable, NumberPipe, PercentPipe, RouterLink],
  templateUrl: './confusion-card.html',
  styleUrl: './confusion-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfusionCard {
  readonly report = input.required<Quality>();
  /** The team of the report. */
  readonly team = input<number>();
  protected readonly isTable = signal(false);
  protected readonly matrix = computed(() => toConfusionRows(this.report().field, this.report().confusion));
  protected readonly rows = computed(() =>
    this.matrix().flatMap(({ chosen, cells, n, found }) =>
      cells
        .filter((cell) => cell.n > 0)
        .map((cell) => [
          this.label(chosen),
          this.label(cell.suggested),
          `${cell.n}`,
          found === undefined ? '' : percent(cell.n / n),
        ]),
    ),
  );

  protected readonly links = computed(() =>
    this.matrix().flatMap(({ chosen, cells }) =>
      cells.filter((cell) => cell.n > 0).map(({ suggested }) => this.link(chosen, suggested)),
    ),
  );

  protected link(chosen: string, suggested: string): Record<string, string | null> {
    return suggestionParams(this.report(), this.team(), { role: 'blind', suggested, chosen });
  }

  protected label(value: string): string {
    return labelText(this.report().field, value);
  }
}
