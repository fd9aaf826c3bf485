import { costOf, priceOf } from './model-price';

const PRICES = ['gemini-flash=0.10/0.40', 'tuned/gemini=2/12.5'];

it('finds the price of a model', () => {
  expect(priceOf('tuned/gemini', PRICES)).toEqual({ input: 2, output: 12.5 });
  expect(priceOf('gemini', PRICES)).toBeUndefined();
});

it('counts thoughts as output, and rounds up', () => {
  const usage = { promptTokens: 703, outputTokens: 12, thoughtTokens: 100 };
  expect(costOf(usage, { input: 0.1, output: 0.4 })).toBe(Math.ceil(70.3 + 44.8));
});

it.each([
  [undefined, { input: 1, output: 1 }],
  [{ promptTokens: 1 }, { input: 1, output: 1 }],
  [{ promptTokens: 1, outputTokens: 1 }, undefined],
])('does not know the cost of %j at %j', (usage, price) => {
  expect(costOf(usage, price)).toBeUndefined();
});
