import { KnownSummaries } from './known-summaries';

const SENTENCES = [{ text: 'They pay twice.', quote: 'charged twice', message_id: null }];

it('knows the summary of a conversation until it has another entry', () => {
  const summaries = new KnownSummaries();
  summaries.remember(7, 12, SENTENCES);

  expect(summaries.of(7, 12)).toBe(SENTENCES);
  expect(summaries.of(7, 13)).toBeUndefined();
  expect(summaries.of(7, undefined)).toBeUndefined();
  expect(summaries.of(8, 12)).toBeUndefined();
});

it('knows none of a conversation whose entries were not known', () => {
  const summaries = new KnownSummaries();
  summaries.remember(7, undefined, SENTENCES);
  expect(summaries.of(7, undefined)).toBeUndefined();
});

it('forgets the oldest of many', () => {
  const summaries = new KnownSummaries();
  for (let id = 1; id <= 51; id++) summaries.remember(id, 1, SENTENCES);

  expect(summaries.of(1, 1)).toBeUndefined();
  expect(summaries.of(2, 1)).toBe(SENTENCES);
});
