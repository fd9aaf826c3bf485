import { roundConfidence, surenessOf } from './sureness';

it.each([
  [1, 'very'],
  [0.95, 'very'],
  [0.9496, 'very'], // rounds to 0.950
  [0.9494, 'fairly'],
  [0.8, 'fairly'],
  [0.7994, 'hardly'],
  [0.5, 'hardly'],
])('calls a confidence of %p %p sure', (confidence, sureness) => {
  expect(surenessOf(confidence)).toBe(sureness);
});

it('rounds a confidence to three digits', () => {
  expect([0.87654, 0.5, 0.99999].map(roundConfidence)).toEqual([0.877, 0.5, 1]);
});
