import { filterSummary } from './filter-summary';

it.each([
  [{ field: 'category' }, 'last 30 days'],
  [
    {
      field: 'category',
      from: '2026-10-28',
      to: '2026-11-26',
      provider: 'gemini',
      role: 'blind',
      suggested: 'billing',
      chosen: 'account',
    },
    '28 Oct 2026 to 26 Nov 2026 · Gemini · hidden from people · suggested Billing · chosen Account',
  ],
  [{ field: 'priority', from: '2026-11-26', to: '2026-11-26', chosen: 'critical' }, '26 Nov 2026 · chosen Critical'],
  [{ field: 'category', from: '2026-11-26', outcome: 'timeout', team: 3 }, 'from 26 Nov 2026 · one team · timed out'],
  [{ field: 'category', to: '2026-11-26', role: 'shown' }, 'to 26 Nov 2026 · shown to people'],
  [
    { field: 'category', provider: 'local', role: 'compared' },
    'last 30 days · Docket itself · compared with the other provider',
  ],
  [{ field: 'priority', role: 'alone', chosen: 'critical' }, 'last 30 days · sorted by people alone · chosen Critical'],
  [{ field: 'category', call: 'waited' }, 'last 30 days · waited for the model'],
  [{ field: 'category', call: 'priced' }, 'last 30 days · priced calls'],
  [{ field: 'category', call: 'unpriced' }, 'last 30 days · calls of unknown cost'],
  [
    { field: 'category', team: 'none', surface: 'api', role: 'blind' },
    'last 30 days · no team · API · hidden from people',
  ],
  [
    { field: 'category', provider: 'local', confidence: 0.9 },
    'last 30 days · Docket itself · own model 90 to 100\u00a0% sure',
  ],
] as const)('puts the filter %j into words', (filter, words) => {
  expect(filterSummary(filter)).toBe(words);
});
