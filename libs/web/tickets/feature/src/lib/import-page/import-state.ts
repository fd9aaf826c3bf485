import type { Problem } from '@docket/web/http';
import type { ImportOptions, ImportResult, ImportSource } from '@docket/web/tickets/data/imports';

/** A file to import, with the options and the result of its check. */
export interface ImportJob {
  readonly file: File;
  readonly source: ImportSource;
  readonly options: ImportOptions;
  /** Encoding of the file. */
  readonly encoding: string;
  /** Whether its rows have ids, so that importing it again stores no row twice. */
  readonly hasIds: boolean;
}

export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly job: ImportJob; readonly sent: number }
  | { readonly kind: 'done'; readonly job: ImportJob; readonly result: ImportResult }
  | { readonly kind: 'cancelled'; readonly job: ImportJob }
  | {
      readonly kind: 'failed';
      readonly job: ImportJob;
      readonly problem: Problem;
      /** Whether the file could not be read to its end, because it was changed, moved or deleted. */
      readonly isFileGone: boolean;
    };

export type EndedImport = Exclude<ImportState, { readonly kind: 'idle' | 'running' }>;
