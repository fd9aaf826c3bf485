import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TextsList } from '../texts-list/texts-list';
import { SuggestionsList } from './suggestions-list';

/**
 * The cases behind a figure of the quality page. The URL holds the filter and the page. Summaries and drafts share the route, because
 * each route loads with the first page of the app.
 */
@Component({
  selector: 'docket-suggestions-page',
  imports: [SuggestionsList, TextsList],
  template: `
    @if (list() === 'texts') {
      <docket-texts-list [cursor]="cursor()" />
    } @else {
      <docket-suggestions-list [cursor]="cursor()" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestionsPage {
  /** `texts`: summaries and drafts. */
  readonly list = input<string>();
  readonly cursor = input<string>();
}
