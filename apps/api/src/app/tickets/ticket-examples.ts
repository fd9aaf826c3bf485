/** Texts that the OpenAPI document shows; the one place, so that its examples agree with each other. */
export const EXAMPLE_TITLE = 'Charged twice for October';
export const EXAMPLE_DESCRIPTION =
  'My card was charged 29.00 EUR on the 3rd and again on the 4th for the same invoice. Please refund one of the two.';
export const EXAMPLE_CREATED_AT = '2026-11-22T09:14:03.120Z';
export const EXAMPLE_UPDATED_AT = '2026-11-22T10:02:41.007Z';
