import { textsSummary } from './texts-summary';

it.each([
  [{}, 'last 30 days'],
  [
    { from: '2026-10-28', to: '2026-11-26', kind: 'draft', result: 'sent' },
    '28 Oct 2026 to 26 Nov 2026 · drafts · sent',
  ],
  [{ team: 3, kind: 'summary', result: 'written' }, 'last 30 days · one team · summaries · written'],
  [{ team: 'none', result: 'refused' }, 'last 30 days · no team · without a text'],
  [{ result: 'measured' }, 'last 30 days · sent, changed words known'],
  [{ call: 'unpriced' }, 'last 30 days · calls of unknown cost'],
] as const)('puts the filter %j into words', (filter, words) => {
  expect(textsSummary(filter)).toBe(words);
});
