import { TestBed } from '@angular/core/testing';
import { OPEN, PRIYA, VIEWER, useSession } from '../testing/session-in-a-tab';
import { KeptPages } from './kept-pages';

const tab = useSession();

const kept = () => TestBed.inject(KeptPages);

it.each([
  ['in an open Docket', OPEN],
  ['for the same person', VIEWER],
])('has the last content %s', async (_where, session) => {
  await tab.load(session);
  kept().keep('list', 'first');
  kept().keep('list', 'second');

  expect(kept().recall('list')).toBe('second');
  expect(kept().recall('dashboard')).toBeUndefined();
});

it('shows nothing after a sign-out, and nothing to another person', async () => {
  await tab.load(VIEWER);
  kept().keep('list', 'seen by Priya');

  tab.session.forget();
  expect(kept().recall('list')).toBeUndefined();

  await tab.load({ ...VIEWER, user: { ...PRIYA, id: 4 } });
  expect(kept().recall('list')).toBeUndefined();
});
