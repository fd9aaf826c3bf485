import type { Features } from './features';

/** Number of bits: the features of 20,000 tickets occupy a small part of them, so that few others count as known by chance. */
const BITS = 2 ** 23;
/** Size of the bits. */
export const KNOWN_BYTES = BITS / 8;

/** The features that a training has seen, as one bit each. */
export class KnownFeatures {
  /** @param bits {@link KNOWN_BYTES} bytes */
  constructor(readonly bits = new Uint8Array(KNOWN_BYTES)) {}

  static of(texts: readonly Features[]): KnownFeatures {
    const known = new KnownFeatures();
    for (const features of texts) for (const feature of features.keys()) known.add(feature);
    return known;
  }

  private add(feature: number): void {
    const byte = (feature & (BITS - 1)) >>> 3;
    this.bits[byte] = (this.bits[byte] as number) | (1 << (feature & 7));
  }

  /** The share of a text's features that were seen, from 0 to 1. */
  shareOf(features: Features): number {
    let seen = 0;
    for (const feature of features.keys()) seen += Number(this.has(feature));
    return features.size === 0 ? 0 : seen / features.size;
  }

  private has(feature: number): boolean {
    return ((this.bits[(feature & (BITS - 1)) >>> 3] as number) & (1 << (feature & 7))) !== 0;
  }
}
