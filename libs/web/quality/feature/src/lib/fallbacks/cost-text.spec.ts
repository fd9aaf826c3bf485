import { budgetText, costText } from './cost-text';

it.each([
  [0, 0, 0, 'No calls', 'Nothing was asked of the model.'],
  [0, 0, 12, 'Unknown', 'The cost of [12 calls] is unknown.'],
  [0, 0, 1, 'Unknown', 'The cost of [1 call] is unknown.'],
  [4_180_000, 3186, 12, '4.18', '[3,186 priced calls], in the unit of the prices. The cost of [12 calls] is unknown.'],
  [4_180_000, 1, 0, '4.18', '[1 priced call], in the unit of the prices. '],
  [120, 2, 0, 'under 0.01', '[2 priced calls], in the unit of the prices. '],
  [0, 2, 0, '0.00', '[2 priced calls], in the unit of the prices. '], // a model that costs nothing
])('%i micros of %i priced and %i other calls: %s', (micros, priced_calls, unpriced_calls, sum, words) => {
  const text = costText({ micros, priced_calls, unpriced_calls });

  expect(text.sum).toBe(sum);
  expect(text.note.map((part) => (part.calls ? `[${part.text}]` : part.text)).join('')).toBe(words);
});

it.each([
  [4_180_000, 20_000_000, '4.18 of 20.00', 0.209],
  [0, 500_000, '0.00 of 0.50', 0],
  [21_000_000, 20_000_000, '21.00 of 20.00', 1],
  [0, 0, '0.00 of 0.00', 1], // no call may cost anything
])('%i of a budget of %i micros: %s', (micros, limit_micros, sum, share) => {
  expect(budgetText({ micros, limit_micros })).toEqual({ sum, share });
});

it('says nothing of a budget that there is not', () => {
  expect(budgetText({ micros: 4_180_000, limit_micros: null })).toBeUndefined();
});
