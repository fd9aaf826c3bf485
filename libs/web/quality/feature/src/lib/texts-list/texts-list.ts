import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { ActivatedRoute } from '@angular/router';
import { SuggestionsApi, readTextFilter } from '@docket/web/quality/data';
import { CasesFrame } from '../cases/cases-frame';
import { listedCases } from '../cases/listed-cases';
import { toTextsPage } from '../texts/report-texts';
import { textsSummary } from './texts-summary';
import { TextsTable } from './texts-table';

/** The summaries and drafts of the filter in the URL. */
@Component({
  selector: 'docket-texts-list',
  imports: [CasesFrame, TextsTable],
  template: `
    <docket-cases-frame
      heading="Drafts and summaries"
      [cases]="cases"
      [cursor]="cursor()"
      [params]="params()"
      [summary]="summary()"
    >
      @if (cases.page(); as page) {
        <docket-texts-table [texts]="page.rows" [titles]="cases.titles()" />
      }
    </docket-cases-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextsList {
  readonly cursor = input<string>();

  private readonly queryParams = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  private readonly filter = computed(() => readTextFilter(this.queryParams()));
  protected readonly params = computed(() => toTextsPage(this.filter()));
  protected readonly summary = computed(() => textsSummary(this.filter()));
  protected readonly cases = listedCases(inject(SuggestionsApi).textsResource(this.filter, this.cursor));

  constructor() {
    const title = inject(Title);
    effect(() => {
      if (!this.cases.isLoading()) title.setTitle('Drafts and summaries · Docket'); // after the router has set that of the route
    });
  }
}
