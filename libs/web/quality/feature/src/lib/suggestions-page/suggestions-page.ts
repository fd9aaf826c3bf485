import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { lastValue, readCursors, toProblem } from '@docket/web/http';
import { SuggestionsApi, readSuggestionFilter, toSuggestionParams } from '@docket/web/quality/data';
import { EmptyState, ErrorState } from '@docket/web/ui';
import { filterSummary } from '../texts/filter-summary';
import { SuggestionsTable } from './suggestions-table';

/** The suggestions behind a figure of the quality page. The URL holds the filter and the page. */
@Component({
  selector: 'docket-suggestions-page',
  imports: [EmptyState, ErrorState, MatButton, MatProgressBar, RouterLink, SuggestionsTable],
  templateUrl: './suggestions-page.html',
  styleUrl: './suggestions-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestionsPage {
  readonly cursor = input<string>();

  private readonly queryParams = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  protected readonly filter = computed(() => readSuggestionFilter(this.queryParams()));
  protected readonly params = computed(() => toSuggestionParams(this.filter()));
  protected readonly summary = computed(() => filterSummary(this.filter()));
  private readonly api = inject(SuggestionsApi);
  private readonly resource = this.api.suggestionsResource(this.filter, this.cursor);
  protected readonly isLoading = this.resource.isLoading;
  protected readonly problem = computed(() => (this.resource.error() ? toProblem(this.resource.error()) : undefined));
  private readonly latest = computed(() =>
    this.resource.status() === 'resolved' && this.resource.hasValue()
      ? { suggestions: this.resource.value(), next: readCursors(this.resource.headers()).nextCursor }
      : undefined,
  );
  /** The last page, until the next one has loaded. */
  protected readonly page = lastValue(this.latest);
  private readonly ticketIds = computed(
    () => [...new Set(this.page()?.suggestions.flatMap(({ ticket_id: id }) => (id === null ? [] : [id])))],
    { equal: (one, other) => one.join() === other.join() },
  );
  private readonly loadedTitles = this.api.titlesResource(this.ticketIds);
  /** The ledger has no text of a ticket, so titles come from the tickets. Without them, the numbers lead there. */
  protected readonly titles = computed(() => (this.loadedTitles.hasValue() ? this.loadedTitles.value() : undefined));

  protected reload(): void {
    this.resource.reload();
  }
}
