import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Measured } from '@docket/web/quality/data';
import { PercentPipe, PercentRangePipe } from '../texts/measured-pipes';
import type { SuggestionParams } from '../texts/report-suggestions';
import { FigureCases } from './figure-cases';

/** One share in large type, with its interval and number of cases. Content: a short note. */
@Component({
  selector: 'docket-measure-card',
  imports: [FigureCases, PercentPipe, PercentRangePipe],
  template: `
    <h2>{{ label() }}</h2>
    @let share = measured().share;
    @if (share !== null) {
      <p class="value">{{ share | docketPercent }}</p>
      <p class="interval">
        {{ measured().interval | docketPercentRange }}, <docket-figure-cases [n]="measured().n" [link]="link()" />
      </p>
    } @else {
      <p class="few"><docket-figure-cases isFew [n]="measured().n" [link]="link()" /></p>
    }
    <p class="note"><ng-content /></p>
  `,
  styleUrl: './measure-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasureCard {
  readonly label = input.required<string>();
  readonly measured = input.required<Measured>();
  /** The query parameters of the counted suggestions. */
  readonly link = input.required<SuggestionParams>();
}
