import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { SuggestionsApi, readSuggestionFilter, toSuggestionParams } from '@docket/web/quality/data';
import { CasesFrame } from '../cases/cases-frame';
import { listedCases } from '../cases/listed-cases';
import { filterSummary } from '../texts/filter-summary';
import { SuggestionsTable } from './suggestions-table';

/** The suggestions of the filter in the URL. */
@Component({
  selector: 'docket-suggestions-list',
  imports: [CasesFrame, SuggestionsTable],
  template: `
    <docket-cases-frame
      heading="Suggestions"
      [cases]="cases"
      [cursor]="cursor()"
      [params]="params()"
      [summary]="summary()"
    >
      @if (cases.page(); as page) {
        <docket-suggestions-table
          [showsWait]="filter().call === 'waited'"
          [suggestions]="page.rows"
          [titles]="cases.titles()"
        />
      }
    </docket-cases-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestionsList {
  readonly cursor = input<string>();

  private readonly queryParams = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  protected readonly filter = computed(() => readSuggestionFilter(this.queryParams()));
  protected readonly params = computed(() => toSuggestionParams(this.filter()));
  protected readonly summary = computed(() => filterSummary(this.filter()));
  protected readonly cases = listedCases(inject(SuggestionsApi).suggestionsResource(this.filter, this.cursor));
}
