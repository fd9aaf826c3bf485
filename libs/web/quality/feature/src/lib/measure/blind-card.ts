import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Measured } from '@docket/web/quality/data';
import { NumberPipe } from '@docket/web/ui';
import { CasesPipe, PercentPipe, PercentRangePipe } from '../texts/measured-pipes';
import { toScale } from './scale';
import { TooFew } from './too-few';

/** The honest figure: how often suggestions equal what people chose without seeing them. */
@Component({
  selector: 'docket-blind-card',
  imports: [CasesPipe, NumberPipe, PercentPipe, PercentRangePipe, TooFew],
  templateUrl: './blind-card.html',
  styleUrls: ['./measure-card.scss', './blind-card.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BlindCard {
  readonly blind = input.required<Measured>();
  protected readonly scale = computed(() => toScale(this.blind()));
}
