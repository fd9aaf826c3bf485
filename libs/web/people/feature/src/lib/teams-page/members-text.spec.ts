import { membersText } from './members-text';

const NAMES = new Map(['Zoë', 'Ana', 'Ben', 'Lars', 'Mei', 'Kim'].map((name, index) => [index + 1, name]));

it.each([
  [[], 'No members yet'],
  [[1], 'Zoë'],
  [[1, 2], 'Ana and Zoë'],
  [[1, 2, 3, 4], 'Ana, Ben, Lars and Zoë'],
  [[1, 2, 3, 4, 5], 'Ana, Ben, Lars, Mei and 1 other'],
  [[1, 99], 'Zoë and 1 other'],
  [[99], '1 member who no longer works on tickets'],
  [[98, 99], '2 members who no longer work on tickets'],
])('says for %j: %s', (ids, text) => {
  expect(membersText(ids, NAMES)).toBe(text);
});

it('counts while the names load', () => {
  expect(membersText([1], undefined)).toBe('1 member');
  expect(membersText([1, 2], undefined)).toBe('2 members');
});
