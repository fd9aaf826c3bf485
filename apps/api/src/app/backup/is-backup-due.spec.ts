import { isBackupDue } from './is-backup-due';

const at = (day: number, hours: number, minutes = 0) => new Date(2026, 10, day, hours, minutes);

it.each([
  ['there is none yet', at(10, 2), undefined, undefined, true],
  ['the newest is of last night', at(10, 12), at(10, 3, 1), undefined, false],
  ['the machine was off at night', at(10, 9), at(9, 3, 1), undefined, true],
  ['the time has not come yet', at(10, 2, 59), at(9, 3, 1), undefined, false],
  ['the time has just come', at(10, 3), at(9, 3, 1), at(9, 3), true],
  ['the last attempt failed a moment ago', at(10, 3, 30), at(9, 3, 1), at(10, 3), false],
  ['the last attempt failed an hour ago', at(10, 4), at(9, 3, 1), at(10, 3), true],
])('if %s', (_case, now, newest, tried, due) => {
  expect(isBackupDue(now, '03:00', newest, tried)).toBe(due);
});
