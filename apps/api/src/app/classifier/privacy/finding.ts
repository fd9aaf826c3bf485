import { PLACEHOLDERS, type Placeholder } from '@docket/domain/placeholders';

export type { Placeholder };

/** A part of a text to mask: `start` inclusive, `end` exclusive, in UTF-16 code units. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly placeholder: Placeholder;
}

/** A masked text with a full stop and spaces in place of each placeholder, so that all other words keep their positions. */
export function withoutPlaceholders(text: string): string {
  return PLACEHOLDERS.reduce((rest, each) => rest.replaceAll(each, '.'.padEnd(each.length)), text);
}
