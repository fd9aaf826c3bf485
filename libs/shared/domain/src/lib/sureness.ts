/** Levels of the desk model's confidence in a category. */
export const SURENESSES = ['very', 'fairly', 'hardly'] as const;
export type Sureness = (typeof SURENESSES)[number];

/** Minimum confidence of each level, rounded as in the API. Below the last one, the model suggests nothing. */
export const SURENESS_FROM: Readonly<Record<Sureness, number>> = { very: 0.95, fairly: 0.8, hardly: 0.5 };

/** Decimal places of a confidence. */
const DIGITS = 3;

/** Rounds a confidence to the precision that the API returns and people see. */
export function roundConfidence(confidence: number): number {
  return Number(confidence.toFixed(DIGITS));
}

export function surenessOf(confidence: number): Sureness {
  const rounded = roundConfidence(confidence);
  return SURENESSES.find((sureness) => rounded >= SURENESS_FROM[sureness]) ?? 'hardly';
}
