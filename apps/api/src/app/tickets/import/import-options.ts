import type { SuggestedProperties } from '@docket/domain';
import type { ImportMap } from './meaning/import-map';
import type { DateOrder } from './times/date-order';

/** Options of an import: how to read the file, and defaults for empty fields. */
export interface ImportOptions {
  readonly defaults: Partial<SuggestedProperties>;
  /** Whether an empty description gets the title. */
  readonly titleIsDescription: boolean;
  readonly map: ImportMap;
  /** IANA time zone of times without a zone. */
  readonly timeZone?: string;
  readonly dateOrder?: DateOrder;
  /** Encoding label of the file. */
  readonly encoding?: string;
  /** Whether to check only, without storing anything. */
  readonly isCheck: boolean;
  /** Whether a check gets only the start of the file, whose last row may be cut off. */
  readonly isPartial: boolean;
}
