import type { ValidatorFn } from '@angular/forms';

/** Length in Unicode code points, as the API and the database count: an emoji is one, though JavaScript counts two. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Refuses a text of more than `limit` code points, not counting white space at its ends. The error is `tooLong`. */
export function maxCodePoints(limit: number): ValidatorFn {
  return ({ value }) => {
    const length = countCodePoints(String(value).trim());
    return length > limit ? { tooLong: { limit, length } } : null;
  };
}
