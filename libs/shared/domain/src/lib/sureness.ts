/** How sure the desk's own model is of a category, in words. */
export const SURENESSES = ['very', 'fairly', 'hardly'] as const;
export type Sureness = (typeof SURENESSES)[number];

/** The least confidence of each, as the API rounds it. Below the last one, the model suggests nothing. */
export const SURENESS_FROM: Readonly<Record<Sureness, number>> = { very: 0.95, fairly: 0.8, hardly: 0.5 };

/** Digits of a confidence after the point. */
const DIGITS = 3;

/** A confidence as the API returns it and as people read it. */
export function roundConfidence(confidence: number): number {
  return Number(confidence.toFixed(DIGITS));
}

export function surenessOf(confidence: number): Sureness {
  const rounded = roundConfidence(confidence);
  return SURENESSES.find((sureness) => rounded >= SURENESS_FROM[sureness]) ?? 'hardly';
}
