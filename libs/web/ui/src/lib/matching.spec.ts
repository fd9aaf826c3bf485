import { matching } from './matching';

const PEOPLE = [{ name: 'Zoë Müller' }, { name: 'Ben Okafor', text: 'Assign to me' }, { name: 'דנה כהן' }];
const namesFor = (typed: string) => matching(PEOPLE, typed).map(({ name }) => name);

it.each([
  ['', PEOPLE.map(({ name }) => name)],
  ['ZOE', ['Zoë Müller']],
  ['mull zo', ['Zoë Müller']],
  ['okafor', ['Ben Okafor']],
  ['to me', ['Ben Okafor']],
  ['כהן', ['דנה כהן']],
  ['nobody', []],
])('finds for %p: %j', (typed, names) => {
  expect(namesFor(typed)).toEqual(names);
});

it.each([
  ['s', ['Second line', 'Night shift', 'Billing desk']],
  ['sh', ['Night shift']],
  ['', ['Billing desk', 'Second line', 'Night shift']],
])('puts words that begin with %p first: %j', (typed, names) => {
  const teams = [{ name: 'Billing desk' }, { name: 'Second line' }, { name: 'Night shift' }];

  expect(matching(teams, typed).map(({ name }) => name)).toEqual(names);
});
