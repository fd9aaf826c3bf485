import { readDay } from './read-day';

it.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-02-30', undefined],
  ['2026-13-01', undefined],
  ['yesterday', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads %p as %p', (value, day) => {
  expect(readDay(value)).toBe(day);
});
