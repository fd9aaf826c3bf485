import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Quality } from '@docket/web/quality/data';
import { costText } from '../fallbacks/cost-text';
import { TooFew } from '../measure/too-few';
import { CasesPipe, PercentPipe, PercentRangePipe } from '../texts/measured-pipes';
import { countsText, editsText } from './texts-texts';

/** Summaries and drafts of the model: how many, how often people send a draft, how much they change it, and what they cost. */
@Component({
  selector: 'docket-texts-card',
  imports: [CasesPipe, PercentPipe, PercentRangePipe, TooFew],
  templateUrl: './texts-card.html',
  styleUrl: '../measure/side-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextsCard {
  readonly texts = input.required<Quality['texts']>();
  protected readonly counts = computed(() => countsText(this.texts()));
  protected readonly edits = computed(() => editsText(this.texts()));
  protected readonly cost = computed(() => {
    const { sum, note } = costText(this.texts().cost);
    return `Cost: ${sum}. ${note.map(({ text }) => text).join('')}`;
  });
}
