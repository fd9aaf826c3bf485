import { readDay, readId } from './query-values';

it.each([
  ['2026-11-23', '2026-11-23'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-30', undefined],
  ['2026-13-01', undefined],
  ['yesterday', undefined],
  ['', undefined],
  [undefined, undefined],
  [['2026-11-23'], undefined],
])('reads the day %p as %p', (value, day) => {
  expect(readDay(value)).toBe(day);
});

it.each([
  ['7', 7],
  ['999999999', 999_999_999],
  ['9999999999', undefined],
  ['0', undefined],
  ['07', undefined],
  ['7.5', undefined],
  ['-7', undefined],
  ['', undefined],
  [7, undefined],
  [undefined, undefined],
])('reads the id %p as %p', (value, id) => {
  expect(readId(value)).toBe(id);
});
