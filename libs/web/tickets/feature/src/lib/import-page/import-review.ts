import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { PROPERTY_NAMES, type PropertyName, TICKET_CATEGORIES, TICKET_PRIORITIES, oneOf } from '@docket/domain';
import type { ImportColumn } from '@docket/web/tickets/data/imports';
import { NumberPipe } from '@docket/web/ui';
import { ColumnFields } from './column-fields';
import { FileSize } from './file-size';
import { columnsByName } from './import-corrections';
import { ImportDraft } from './import-draft';
import { ImportLosses } from './import-losses';
import { CheckFailure } from './check-failure';
import { ReadingOptions } from './reading-options';
import { RejectionList } from './rejection-list';
import { TicketPreview } from './ticket-preview';
import { WordLabels } from './word-labels';

/** Maximum number of rows that a check reads. */
const CHECKED_ROWS = 1000;

/** Shows the API's reading of a file, with fields to correct it, and the button that imports it. */
@Component({
  selector: 'docket-import-review',
  imports: [
    CheckFailure,
    ColumnFields,
    FileSize,
    ImportLosses,
    MatButton,
    MatProgressBar,
    NumberPipe,
    ReadingOptions,
    RejectionList,
    TicketPreview,
    WordLabels,
  ],
  templateUrl: './import-review.html',
  styleUrl: './import-review.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportReview {
  protected readonly draft = inject(ImportDraft);
  readonly importAll = output();

  protected readonly properties = PROPERTY_NAMES;
  protected readonly reading = computed(() => this.draft.result()?.reading);
  protected readonly check = computed(() => this.draft.result()?.check);
  protected readonly errors = computed(() => this.draft.result()?.errors ?? []);
  /** Whether the check read every row of the file. */
  protected readonly isWhole = computed(() => !this.draft.isPartial() && this.rows() < CHECKED_ROWS);
  protected readonly columns = computed(
    (): readonly ImportColumn[] =>
      this.reading()?.columns ?? columnsByName(this.draft.columnNames(), this.draft.corrections()),
  );
  protected readonly rows = computed(() => this.check()?.rows ?? 0);
  protected readonly hasAmbiguousDates = computed(() =>
    this.errors().some(({ errors }) => errors.some(({ detail }) => detail.includes('date_order must say it'))),
  );
  protected readonly hasTimes = computed(() => this.columns().some(({ field }) => field === 'created_at'));

  protected fallback(property: PropertyName): string | undefined {
    const { defaultCategory, defaultPriority } = this.draft.corrections();
    if (property === 'status') return undefined;
    return property === 'category' ? defaultCategory : defaultPriority;
  }

  protected chooseFallback(property: PropertyName, label: string): void {
    const { defaultCategory, defaultPriority } = this.draft.corrections();
    if (property === 'category') {
      this.draft.change({ defaultCategory: oneOf(TICKET_CATEGORIES, label) ?? defaultCategory });
    } else {
      this.draft.change({ defaultPriority: oneOf(TICKET_PRIORITIES, label) ?? defaultPriority });
    }
  }
}
