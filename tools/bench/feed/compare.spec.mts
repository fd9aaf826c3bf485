import { type StoredEvent, compareEvents } from './compare.mts';

const stored: readonly StoredEvent[] = [
  { id: 1, ticketId: 7, title: ['a', 'b'] },
  { id: 2, ticketId: 8, title: ['x', 'y'] },
  { id: 3, ticketId: 7, title: ['b', 'c'] },
  { id: 4, ticketId: 7 },
];

it.each([
  [[1, 2, 3, 4], { missed: 0, invented: 0, disordered: 0 }],
  [[2, 1, 3, 4], { missed: 0, invented: 0, disordered: 0 }],
  [[3, 1, 2, 4], { missed: 0, invented: 0, disordered: 1 }],
  [[1, 4], { missed: 2, invented: 0, disordered: 0 }],
  [[1, 2, 3, 4, 5], { missed: 0, invented: 1, disordered: 0 }],
])('compares %j', (told, expected) => {
  expect(compareEvents(told, stored)).toEqual(expected);
});
