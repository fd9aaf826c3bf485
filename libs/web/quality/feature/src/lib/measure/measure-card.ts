import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Measured } from '@docket/web/quality/data';
import { CasesPipe, PercentPipe, PercentRangePipe } from '../texts/measured-pipes';
import { TooFew } from './too-few';

/** One share in large type, with its interval and number of cases. Content: a short note. */
@Component({
  selector: 'docket-measure-card',
  imports: [CasesPipe, PercentPipe, PercentRangePipe, TooFew],
  template: `
    <h2>{{ label() }}</h2>
    @let share = measured().share;
    @if (share !== null) {
      <p class="value">{{ share | docketPercent }}</p>
      <p class="interval">{{ measured().interval | docketPercentRange }}, {{ measured().n | docketCases }}</p>
    } @else {
      <p class="few"><docket-too-few [n]="measured().n" /></p>
    }
    <p class="note"><ng-content /></p>
  `,
  styleUrl: './measure-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasureCard {
  readonly label = input.required<string>();
  readonly measured = input.required<Measured>();
}
