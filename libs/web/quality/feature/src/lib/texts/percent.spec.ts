import { cases, percent, percentRange, tooFew } from './percent';

it.each([
  [0.8443, '84.4 %'],
  [1, '100.0 %'],
  [0.9999, '99.9 %'],
  [1 - 1e-15, '100.0 %'], // an interval up to 1, calculated
  [0, '0.0 %'],
  [0.0001, '0.1 %'],
])('formats the share %p as %s', (share, text) => {
  expect(percent(share).replaceAll('\u00a0', ' ')).toBe(text);
});

it('formats whole percents, and intervals', () => {
  expect(percent(0.876, 0)).toBe('88\u00a0%');
  expect(percent(0.999, 0)).toBe('99\u00a0%');
  expect(percentRange([0.789, 0.887])).toBe('78.9 to 88.7\u00a0%');
  expect(percentRange([0.74, 0.891], 0)).toBe('74 to 89\u00a0%');
});

it('says the number of cases, and that they are too few', () => {
  expect(cases(2986)).toBe('n\u00a0=\u00a02,986');
  expect(tooFew(18)).toBe('too few (n\u00a0=\u00a018)');
  expect(tooFew(0)).toBe('none yet');
});
