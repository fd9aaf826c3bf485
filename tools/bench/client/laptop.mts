/**
 * A mid-range laptop on an ordinary line: the network of Lighthouse's desktop preset, and half the speed of the processor
 * that measures, since a core of a server or of a developer's machine is about twice as quick as one of such a laptop
 * on battery. Lighthouse's own preset leaves the processor as it is.
 */
export const LAPTOP = {
  roundTrip: 40, // ms
  kilobitsPerSecond: 10_240,
  processorSlowdown: 2,
  /** Wide enough for the list with an open ticket beside it. */
  screen: { width: 1350, height: 940 },
} as const;

export const LAPTOP_IN_WORDS = '40 ms, 10 Mbit/s, processor / 2';
