import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DayPipe, NumberPipe } from '@docket/web/ui';
import { TooFew } from '../measure/too-few';
import { CasesPipe, PercentPipe, PercentRangePipe } from '../texts/measured-pipes';
import { LearnedModel } from './learned-model';
import { beforeText, dayOf, hasFigure, refusalText } from './training-texts';

/** How many decisions the desk's own model has to learn from, and how good it is. Nothing if the API trains none. */
@Component({
  selector: 'docket-learned-model-card',
  imports: [CasesPipe, DayPipe, MatButton, NumberPipe, PercentPipe, PercentRangePipe, TooFew],
  templateUrl: './learned-model-card.html',
  styleUrls: ['../measure/side-card.scss', './learned-model-card.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LearnedModelCard {
  protected readonly model = inject(LearnedModel);
  protected readonly models = this.model.models;
  protected readonly isOff = computed(() => this.models()?.state === 'off');
  protected readonly dayOf = dayOf;
  protected readonly hasFigure = hasFigure;
  protected readonly beforeText = beforeText;
  protected readonly refusal = computed(() => {
    const rejected = this.models()?.rejected;
    return rejected && refusalText(rejected);
  });
}
