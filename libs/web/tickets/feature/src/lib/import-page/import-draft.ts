import { Injectable, computed, inject, signal } from '@angular/core';
import type { PropertyName } from '@docket/domain';
import { type Problem, toProblem } from '@docket/web/http';
import { type ImportField, type ImportResult, type ImportSource, ImportsApi } from '@docket/web/tickets/data/imports';
import type { Subscription } from 'rxjs';
import { readColumnNames } from './column-names';
import { type FileStart, readFileStart } from './file-start';
import {
  type ImportCorrections,
  noCorrections,
  toImportOptions,
  withColumn,
  withEncoding,
  withWord,
} from './import-corrections';

/** Maximum size of the part sent for a check, in bytes. The API reads at most 1,000 rows of it. */
export const CHECK_BYTES = 524_288;

/** Reasons why a file cannot be imported. */
export type FileFault = Exclude<FileStart['kind'], 'text'>;

/** A file to import, and the API's reading of it. Kept while other pages are open. */
@Injectable({ providedIn: 'root' })
export class ImportDraft {
  private readonly api = inject(ImportsApi);
  private readonly chosen = signal<{ readonly file: File; readonly mediaType: string } | undefined>(undefined);
  private request?: Subscription;
  private choice = 0;

  readonly corrections = signal<ImportCorrections>(noCorrections());
  readonly file = computed(() => this.chosen()?.file);
  /** Whether a check sends only the first part of the file. */
  readonly isPartial = computed(() => (this.file()?.size ?? 0) > CHECK_BYTES);
  /** The file that was refused before upload. */
  readonly refused = signal<{ readonly name: string; readonly fault: FileFault } | undefined>(undefined);
  /** Result of the last check. Stays while the next one runs. */
  readonly result = signal<ImportResult | undefined>(undefined);
  readonly problem = signal<Problem | undefined>(undefined);
  readonly isChecking = signal(false);
  /** Column names, if the API found no title column. */
  readonly columnNames = signal<readonly string[]>([]);

  /** Takes a file and checks it. If called again meanwhile, only the last file counts. */
  async choose(file: File): Promise<void> {
    const choice = ++this.choice;
    const start = await readFileStart(file);
    if (choice !== this.choice) return;
    this.clear();
    if (start.kind !== 'text') {
      this.refused.set({ name: file.name, fault: start.kind });
      return;
    }
    this.chosen.set({ file, mediaType: start.mediaType });
    this.check();
  }

  /** Resets the draft. */
  clear(): void {
    this.choice++;
    this.request?.unsubscribe();
    this.request = undefined;
    this.chosen.set(undefined);
    this.refused.set(undefined);
    this.corrections.set(noCorrections());
    this.result.set(undefined);
    this.problem.set(undefined);
    this.columnNames.set([]);
    this.isChecking.set(false);
  }

  chooseColumn(field: ImportField, column: string): void {
    this.correct(withColumn(this.corrections(), field, column));
  }

  chooseLabel(property: PropertyName, word: string, label: string): void {
    this.correct(withWord(this.corrections(), property, word, label));
  }

  /** @param encoding undefined for detection by the API */
  chooseEncoding(encoding: string | undefined): void {
    this.correct(withEncoding(this.corrections(), encoding));
  }

  /** Sets information missing from the file. */
  change(changes: Partial<ImportCorrections>): void {
    this.correct({ ...this.corrections(), ...changes });
  }

  /** Sends the first part of the file. Aborts a running check. */
  check(): void {
    const chosen = this.chosen();
    if (!chosen) return;
    this.request?.unsubscribe();
    this.isChecking.set(true);
    const source = this.toSource(chosen.file.slice(0, CHECK_BYTES));
    this.request = this.api.check(source, toImportOptions(this.corrections()), this.isPartial()).subscribe({
      next: (result) => this.show(result),
      error: (error: unknown) => void this.fail(error, chosen.file),
    });
  }

  /** @param content the file, or its first part */
  toSource(content: Blob): ImportSource {
    const mediaType = this.chosen()?.mediaType ?? 'text/csv';
    return { content, mediaType, encoding: this.corrections().encoding };
  }

  private correct(corrections: ImportCorrections): void {
    this.corrections.set(corrections);
    this.check();
  }

  private show(result: ImportResult): void {
    this.isChecking.set(false);
    this.problem.set(undefined);
    this.result.set(result);
  }

  private async fail(error: unknown, file: File): Promise<void> {
    const problem = toProblem(error);
    const failed = this.request;
    const names =
      problem.status === 400 ? await readColumnNames(file, this.corrections().encoding).catch(() => []) : [];
    if (failed !== this.request) return; // a newer check, or another file
    this.columnNames.set(names);
    this.problem.set(problem);
    this.isChecking.set(false);
    if (problem.status === 400) this.result.set(undefined);
  }
}
