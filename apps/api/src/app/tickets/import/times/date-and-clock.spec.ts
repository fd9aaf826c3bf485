import { clockPosition, withClock } from './date-and-clock';

it.each([
  ['2023-11-04', '10:15:00', '2023-11-04 10:15:00'],
  ['10:15', '04.11.2023', '04.11.2023 10:15'],
  ['11/4/2023', '1:15 PM', '11/4/2023 1:15 PM'],
  ['4. November 2023', '09.05', '4. November 2023 09:05'],
  ['2023-11-04T10:15:00Z', '11:00', '2023-11-04T10:15:00Z'],
  ['2023-11-04', '2023-11-05', '2023-11-04'],
  ['2023-11-04', '', '2023-11-04'],
  ['2023-11-04', '2.5', '2023-11-04'],
  ['', '10:15', ''],
  [1699095600, '10:15', 1699095600],
  ['2023-11-04', undefined, '2023-11-04'],
])('reads the day %j and the clock %j of two columns', (time, other, expected) => {
  expect(withClock(time, other)).toBe(expected);
});

it.each([
  [['id', 'Datum', 'Uhrzeit'], [1], 2],
  [['Created Time', 'Created Date'], [0, 1], 1],
  [['Date', 'Title', 'Time'], [0], undefined],
  [['Title', 'Time'], [], undefined],
  [['Date', 'x'.repeat(1000)], [0], undefined],
])('finds the column of the clock in %j', (names, dates, position) => {
  expect(clockPosition(names, dates)).toBe(position);
});
