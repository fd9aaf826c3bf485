import type { ModelUsage } from './model-usage';

/** Prices of a million tokens of input and of output, in the currency of MODEL_PRICES. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
}

/** One price in MODEL_PRICES: `gemini-3.5-flash-lite=0.10/0.40`. */
const MODEL_PRICE = /^([\w./-]+)=(\d{1,6}(?:\.\d{1,6})?)\/(\d{1,6}(?:\.\d{1,6})?)$/;

/** The price of a model in MODEL_PRICES; undefined if it has none. */
export function priceOf(model: string, prices: readonly string[]): ModelPrice | undefined {
  for (const price of prices) {
    const [, name, input, output] = MODEL_PRICE.exec(price) ?? [];
    if (name === model) return { input: Number(input), output: Number(output) };
  }
  return undefined;
}

/**
 * The cost of a call in millionths of the currency, rounded up: a price per million tokens is the same number of millionths per token.
 * Thoughts cost as much as output. Undefined without a price or the numbers of tokens.
 */
export function costOf(usage: ModelUsage | undefined, price: ModelPrice | undefined): number | undefined {
  if (!price || usage?.promptTokens === undefined || usage.outputTokens === undefined) return undefined;
  const { promptTokens, outputTokens, thoughtTokens = 0 } = usage;
  return Math.ceil(promptTokens * price.input + (outputTokens + thoughtTokens) * price.output);
}
