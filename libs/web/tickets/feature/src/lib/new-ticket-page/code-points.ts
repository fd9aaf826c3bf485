import type { ValidatorFn } from '@angular/forms';

/** Length in Unicode code points, as in the API and the database. JavaScript's `length` counts most emoji as two. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Allows up to `limit` code points, not counting white space at either end. The error is `tooLong`. */
export function maxCodePoints(limit: number): ValidatorFn {
  return ({ value }) => {
    const length = countCodePoints(String(value).trim());
    return length > limit ? { tooLong: { limit, length } } : null;
  };
}
