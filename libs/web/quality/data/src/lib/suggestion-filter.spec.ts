import { type SuggestionFilter, readSuggestionFilter, toSuggestionParams } from './suggestion-filter';

const FILTER: SuggestionFilter = {
  from: '2026-10-28',
  to: '2026-11-26',
  field: 'priority',
  provider: 'local',
  team: 7,
  surface: 'api',
  role: 'blind',
  call: 'priced',
  confidence: 0.9,
  outcome: 'timeout',
  suggested: 'low',
  chosen: 'critical',
};

it('reads what it wrote', () => {
  expect(readSuggestionFilter(toSuggestionParams(FILTER))).toEqual(FILTER);
});

it('reads that the tickets are of no team', () => {
  const filter: SuggestionFilter = { field: 'category', team: 'none' };
  expect(readSuggestionFilter(toSuggestionParams(filter))).toEqual(filter);
});

it.each(['blind', 'shown', 'compared', 'alone'] as const)('reads the role %s', (role) => {
  expect(readSuggestionFilter({ role })).toEqual({ field: 'category', role });
});

it.each(['waited', 'priced', 'unpriced'] as const)('reads the calls %s', (call) => {
  expect(readSuggestionFilter({ call })).toEqual({ field: 'category', call });
});

it.each([
  ['from', '2026-02-30'],
  ['to', 'today'],
  ['field', 'status'],
  ['provider', 'somebody'],
  ['team', '0'],
  ['surface', 'mail'],
  ['confidence', '0.95'],
  ['role', 'auto'],
  ['call', 'free'],
  ['outcome', 'answered twice'],
  ['suggested', 'critical'], // a priority, and the field is the category
  ['chosen', "' OR 1=1"],
])('ignores %s=%s', (name, value) => {
  expect(readSuggestionFilter({ [name]: value })).toEqual({ field: 'category' });
});

it('writes only what differs from the default', () => {
  const set = Object.entries(toSuggestionParams({ field: 'category' })).filter(([, value]) => value !== null);
  expect(set).toEqual([]);
});
