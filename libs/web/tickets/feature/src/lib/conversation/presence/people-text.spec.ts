import { peopleText } from './people-text';

it.each([
  [['Ben Okafor'], 'Ben is'],
  [['Ben Okafor', 'Mei Tanaka'], 'Ben and Mei are'],
  [['Ben Okafor', 'Mei Tanaka', 'Ana Ruiz'], 'Ben, Mei and Ana are'],
  [['Ben Okafor', 'Mei Tanaka', 'Ana Ruiz', 'Leo Hart'], 'Ben, Mei and 2 others are'],
  [['Ben Okafor', 'Ben Adler'], 'Ben Okafor and Ben Adler are'],
  [['  Ünal'], 'Ünal is'],
])('names %j', (names, expected) => {
  const text = peopleText(names);

  expect(`${text.names} ${text.verb}`).toBe(expected);
});
