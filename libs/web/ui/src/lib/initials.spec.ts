import { initialsOf } from './initials';

it.each([
  ['Priya Nair', 'PN'],
  ['  Anna Maria   Lopez ', 'AL'],
  ['cher', 'C'],
  ['王小明', '王'],
  ['😀 Smith', '😀S'],
  ['', ''],
])('shortens "%s" to "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
