import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Measured } from '@docket/web/quality/data';
import { NumberPipe } from '@docket/web/ui';
import { PercentPipe, PercentRangePipe } from '../texts/measured-pipes';
import type { SuggestionParams } from '../texts/report-suggestions';
import { FigureCases } from './figure-cases';
import { toScale } from './scale';

/** The honest figure: how often suggestions equal what people chose without seeing them. */
@Component({
  selector: 'docket-blind-card',
  imports: [FigureCases, NumberPipe, PercentPipe, PercentRangePipe],
  templateUrl: './blind-card.html',
  styleUrls: ['./measure-card.scss', './blind-card.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlindCard {
  readonly blind = input.required<Measured>();
  /** The query parameters of the counted suggestions. */
  readonly link = input.required<SuggestionParams>();
  protected readonly scale = computed(() => toScale(this.blind()));
}
