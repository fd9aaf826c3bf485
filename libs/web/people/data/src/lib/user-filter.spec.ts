import { ALL_USERS, isSameFilter, readUserFilter, toUserParams } from './user-filter';

it('reads a filter from a URL, without unknown values', () => {
  const filter = readUserFilter({ search: 'ana', role: 'admin,owner,agent', state: 'gone' });

  expect(filter).toEqual({ search: 'ana', role: ['admin', 'agent'], state: [] });
  expect(toUserParams(filter)).toEqual({ search: 'ana', role: 'admin,agent', state: null });
});

it('knows the filter that matches all', () => {
  expect(isSameFilter(readUserFilter({}), ALL_USERS)).toBe(true);
  expect(isSameFilter(readUserFilter({ state: 'invited' }), ALL_USERS)).toBe(false);
});
