import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CasesPipe } from '../texts/measured-pipes';
import type { SuggestionParams } from '../texts/report-suggestions';
import { TooFew } from './too-few';

/** "n = 2,986", or "too few (n = 18)". Leads to the suggestions that it counts, if there are any. */
@Component({
  selector: 'docket-figure-cases',
  imports: [CasesPipe, RouterLink, TooFew],
  template: `
    @if (n() > 0) {
      <a routerLink="/quality/suggestions" [queryParams]="link()">
        @if (isFew()) {
          <docket-too-few [n]="n()" />
        } @else {
          {{ n() | docketCases }}
        }
      </a>
    } @else if (isFew()) {
      <docket-too-few [n]="n()" />
    } @else {
      {{ n() | docketCases }}
    }
  `,
  styles: `
    a {
      color: inherit;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureCases {
  readonly n = input.required<number>();
  /** The query parameters of the counted suggestions. */
  readonly link = input.required<SuggestionParams>();
  /** Whether the cases are too few for a figure. */
  readonly isFew = input(false, { transform: booleanAttribute });
}
