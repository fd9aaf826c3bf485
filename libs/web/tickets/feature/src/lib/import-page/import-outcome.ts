import { DOCUMENT, NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mappedTitle } from '@docket/import-rows';
import { Icon, NumberPipe, ProblemReason } from '@docket/web/ui';
import { ImportLosses } from './import-losses';
import type { EndedImport } from './import-state';
import { toRejectedFile } from './rejected-rows';
import { RejectionList } from './rejection-list';
import { withoutParameter } from './rejection-reasons';

/** Result of an import: stored and rejected rows, or the reason why it ended early. */
@Component({
  selector: 'docket-import-outcome',
  imports: [Icon, ImportLosses, MatButton, NgTemplateOutlet, NumberPipe, ProblemReason, RejectionList, RouterLink],
  templateUrl: './import-outcome.html',
  styleUrls: ['./card.scss', './import-outcome.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportOutcome {
  private readonly document = inject(DOCUMENT);
  readonly state = input.required<EndedImport>();
  readonly again = output();
  readonly another = output();
  protected readonly isPreparing = signal(false);
  /** Problem of the file, or the server's description of the failure, as a sentence. */
  protected readonly detail = computed(() => {
    const state = this.state();
    if (state.kind !== 'failed') return undefined;
    const { errors, detail } = state.problem;
    const text = errors[0] ? `The file ${errors[0].detail}` : detail;
    return text && `${withoutParameter(text)}.`;
  });

  /** Saves the rejected rows as a file. */
  protected async download(): Promise<void> {
    const state = this.state();
    if (state.kind !== 'done' || this.isPreparing()) return;
    this.isPreparing.set(true);
    const { file, encoding, options } = state.job;
    const title = mappedTitle(options.map);
    const rejected = await toRejectedFile({ content: file, encoding, title, errors: state.result.errors });
    const url = URL.createObjectURL(rejected);
    const link = this.document.createElement('a');
    link.href = url;
    link.download = `${file.name.replace(/\.\w+$/, '')}-rejected.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url));
    this.isPreparing.set(false);
  }
}
