import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Quality, TextFilter } from '@docket/web/quality/data';
import { costText, linkedNote } from '../fallbacks/cost-text';
import { FigureCases } from '../measure/figure-cases';
import { type LinkedPart, LinkedText } from '../texts/linked-text';
import { PercentPipe } from '../texts/measured-pipes';
import { textParams } from '../texts/report-texts';
import { type TextsPart, countsText, editsText, sentText } from './texts-texts';

/** Summaries and drafts of the model: how many, how often people send a draft, how much they change it, and what they cost. */
@Component({
  selector: 'docket-texts-card',
  imports: [FigureCases, LinkedText, PercentPipe],
  templateUrl: './texts-card.html',
  styleUrl: '../measure/side-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextsCard {
  readonly report = input.required<Quality>();
  /** The team of the report. */
  readonly team = input<number>();
  protected readonly texts = computed(() => this.report().texts);
  protected readonly drafts = computed(() => this.link({ kind: 'draft', result: 'written' }));
  protected readonly sentText = computed(() => this.linked(sentText(this.texts())));
  protected readonly edits = computed(() => this.linked(editsText(this.texts())));
  protected readonly notes = computed<readonly LinkedPart[]>(() => {
    const cost = costText(this.texts().cost);
    const calls = { priced: this.link({ call: 'priced' }), unpriced: this.link({ call: 'unpriced' }) };
    return [...this.linked(countsText(this.texts())), { text: ` Cost: ${cost.sum}. ` }, ...linkedNote(cost, calls)];
  });

  private linked(parts: readonly TextsPart[]): readonly LinkedPart[] {
    return parts.map(({ text, counted }) => (counted ? { text, link: this.link(counted) } : { text }));
  }

  private link(figure: Pick<TextFilter, 'kind' | 'result' | 'call'>) {
    return textParams(this.report(), this.team(), figure);
  }
}
