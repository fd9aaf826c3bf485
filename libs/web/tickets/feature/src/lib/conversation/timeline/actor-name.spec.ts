import { actorName } from './actor-name';

it.each([
  ['a person', { kind: 'human', id: 3, name: 'Ana Ruiz', verified: true }, 'Ana Ruiz'],
  ['a program', { kind: 'api', id: 3, name: 'Nightly sync', verified: true }, 'Nightly sync by API'],
  ['a program without a name', { kind: 'api', verified: true }, 'A program by API'],
  [
    'a requester',
    { kind: 'requester', id: 9, name: 'nora@brightwell.example', verified: false },
    'nora@brightwell.example',
  ],
  ['Docket', { kind: 'system', verified: true }, 'Docket'],
  ['SQL by hand', { kind: 'system', verified: false }, 'Somebody in the database'],
  ['a person who is gone', { kind: 'human', id: 3, verified: true }, 'Someone'],
  ['somebody from before people signed in', { kind: 'local', verified: true }, 'Someone'],
] as const)('names %s', (_who, actor, name) => {
  expect(actorName(actor, false)).toBe(name);
});

it('says "You" where everybody is the same actor', () => {
  expect(actorName({ kind: 'local', verified: true }, true)).toBe('You');
});
