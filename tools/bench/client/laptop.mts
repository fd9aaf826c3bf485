/**
 * A mid-range laptop with an average connection: the network of Lighthouse's desktop preset, and a processor that scores
 * 1250 in Lighthouse's benchmark. In its documentation, a small desktop with an i3 scores 1000 to 1500, and a 16" MacBook Pro
 * 1500 to 2000.
 */
export const LAPTOP = {
  roundTrip: 40, // ms
  kilobitsPerSecond: 10_240,
  benchmarkIndex: 1250,
  /** Wide enough for the list next to an open ticket. */
  screen: { width: 1350, height: 940 },
} as const;

/** Returns the factor that slows this processor down to the laptop's. 1 for a slower processor. */
export function slowdownFrom(benchmarkIndex: number): number {
  return Math.max(1, benchmarkIndex / LAPTOP.benchmarkIndex);
}
