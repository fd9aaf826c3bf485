import { FormControl } from '@angular/forms';
import { countCodePoints, maxCodePoints } from './code-points';

it.each([
  ['', 0],
  ['Checkout is down', 16],
  ['🔥🔥', 2],
  ['تعذر', 4],
])('counts %p as %i', (text, count) => {
  expect(countCodePoints(text)).toBe(count);
});

describe('maxCodePoints', () => {
  it('takes as many emoji as the limit says', () => {
    expect(maxCodePoints(3)(new FormControl('🔥🔥🔥'))).toBeNull();
  });

  it('does not count white space at the ends, which is not stored', () => {
    expect(maxCodePoints(3)(new FormControl('  abc  '))).toBeNull();
  });

  it('refuses one more, and says how many there are', () => {
    expect(maxCodePoints(3)(new FormControl('abcd'))).toEqual({ tooLong: { limit: 3, length: 4 } });
  });
});
