import { costText } from './cost-text';

it.each([
  [0, 0, 0, 'No calls', 'Nothing was asked of the model.'],
  [0, 0, 12, 'Unknown', 'The cost of 12 calls is unknown.'],
  [0, 0, 1, 'Unknown', 'The cost of 1 call is unknown.'],
  [4_180_000, 3186, 12, '4.18', '3,186 priced calls, in the unit of the prices. The cost of 12 is unknown.'],
  [4_180_000, 1, 0, '4.18', '1 priced call, in the unit of the prices.'],
  [120, 2, 0, 'under 0.01', '2 priced calls, in the unit of the prices.'],
  [0, 2, 0, '0.00', '2 priced calls, in the unit of the prices.'], // a model that costs nothing
])('%i micros of %i priced and %i other calls: %s', (micros, priced_calls, unpriced_calls, sum, note) => {
  expect(costText({ micros, priced_calls, unpriced_calls })).toEqual({ sum, note });
});
