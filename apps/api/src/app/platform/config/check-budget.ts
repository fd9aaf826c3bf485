import type { Settings } from './settings';

/** Without the price of the model, no call would count against a budget of money. @returns one line for each problem */
export function checkBudget({ CLASSIFY_MONTHLY_BUDGET, GEMINI_MODEL, hasModel, modelPrices }: Settings): string[] {
  if (CLASSIFY_MONTHLY_BUDGET === undefined || !hasModel) return [];
  if (modelPrices.some((price) => price.startsWith(`${GEMINI_MODEL}=`))) return [];
  return [
    `CLASSIFY_MONTHLY_BUDGET needs the price of ${GEMINI_MODEL} in MODEL_PRICES, such as ${GEMINI_MODEL}=0.10/0.40. ` +
      'Without it, what calls cost is unknown, and the budget would never end',
  ];
}
