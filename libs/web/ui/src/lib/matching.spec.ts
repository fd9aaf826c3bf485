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
