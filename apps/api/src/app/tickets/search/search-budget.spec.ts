import { SEARCH_LIMITS, SearchBudget } from './search-budget';

afterEach(() => jest.restoreAllMocks());

/** The budget of a search that began some time ago, in milliseconds. */
function after(ms: number): SearchBudget {
  const now = jest.spyOn(performance, 'now').mockReturnValue(0);
  const budget = new SearchBudget();
  now.mockReturnValue(ms);
  return budget;
}

it('is spent when its time is over and the search has covered what every search covers', () => {
  expect(after(SEARCH_LIMITS.ms).isSpent(SEARCH_LIMITS.tickets)).toBe(true);
  expect(after(SEARCH_LIMITS.ms - 1).isSpent(SEARCH_LIMITS.tickets)).toBe(false);
  expect(after(60_000).isSpent(SEARCH_LIMITS.tickets - 1)).toBe(false);
});

it('suffices for as many tickets as the time that is left, at the speed so far', () => {
  expect(after(SEARCH_LIMITS.ms / 4).affordable(100_000)).toBe(300_000);
  expect(after(SEARCH_LIMITS.ms / 2).affordable(100_000)).toBe(100_000);
});

it('suffices for what every search covers, also when its time is over', () => {
  expect(after(60_000).affordable(10_000)).toBe(SEARCH_LIMITS.tickets - 10_000);
  expect(after(60_000).affordable(SEARCH_LIMITS.tickets)).toBe(0);
});

it('leaves a window the rest of the time, and a little more', () => {
  const { ms, slackMs, tickets } = SEARCH_LIMITS;

  expect(after(ms - 100).windowMs(tickets)).toBe(100 + slackMs);
  expect(after(60_000).windowMs(tickets)).toBe(slackMs);
  expect(after(60_000).windowMs(tickets - 1)).toBe(Infinity);
});
