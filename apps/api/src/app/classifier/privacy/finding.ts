/** The placeholders that replace masked parts of a text. The prompt lists them. */
export type Placeholder = '[email]' | '[phone]' | '[card]' | '[iban]' | '[key]';

/** A part of a text to mask: `start` inclusive, `end` exclusive, in UTF-16 code units. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly placeholder: Placeholder;
}
