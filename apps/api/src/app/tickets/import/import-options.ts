import type { SuggestedProperties } from '@docket/domain';
import type { ImportMap } from './meaning/import-map';
import type { DateOrder } from './times/date-order';

/** How to read a file, and what to use for fields that its rows leave empty. */
export interface ImportOptions {
  readonly defaults: Partial<SuggestedProperties>;
  /** Whether the title stands in for an empty description. */
  readonly titleIsDescription: boolean;
  readonly map: ImportMap;
  /** IANA name of the zone of times without one. */
  readonly timeZone?: string;
  readonly dateOrder?: DateOrder;
  /** The encoding of the file, by its label. */
  readonly encoding?: string;
  /** Whether to store nothing. */
  readonly isCheck: boolean;
  /** Whether a check gets only the first part of the file, whose last row may be cut off. */
  readonly isPartial: boolean;
}
