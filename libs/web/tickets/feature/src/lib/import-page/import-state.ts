import type { Problem } from '@docket/web/http';
import type { ImportOptions, ImportResult, ImportSource } from '@docket/web/tickets/data/imports';

/** A file that is imported, with what its reading said about it. */
export interface ImportJob {
  readonly file: File;
  readonly source: ImportSource;
  readonly options: ImportOptions;
  /** The encoding of its text. */
  readonly encoding: string;
  /** Whether its rows have ids, so that it can be imported again without storing a row twice. */
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
      /** Whether the file could not be read to its end: it was changed, moved or deleted. */
      readonly isFileGone: boolean;
    };

export type EndedImport = Exclude<ImportState, { readonly kind: 'idle' | 'running' }>;
