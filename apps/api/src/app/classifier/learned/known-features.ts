import type { Features } from './features';

/** Number of bits: the features of 20,000 tickets set a small part of them, so few others count as known by collision. */
const BITS = 2 ** 23;
/** Size of the bits in bytes. */
export const KNOWN_BYTES = BITS / 8;

/** The features that a training has seen, as one bit each. */
export class KnownFeatures {
  /** @param bits {@link KNOWN_BYTES} bytes */
  constructor(readonly bits = new Uint8Array(KNOWN_BYTES)) {}

  static of(texts: Iterable<Features>): KnownFeatures {
    const known = new KnownFeatures();
    for (const { hashes } of texts) for (const hash of hashes) known.add(hash);
    return known;
  }

  private add(hash: number): void {
    const byte = (hash & (BITS - 1)) >>> 3;
    this.bits[byte] = (this.bits[byte] as number) | (1 << (hash & 7));
  }

  /** The share of a text's features that were seen, from 0 to 1. */
  shareOf({ hashes }: Features): number {
    let seen = 0;
    for (const hash of hashes) seen += Number(this.has(hash));
    return hashes.length === 0 ? 0 : seen / hashes.length;
  }

  private has(hash: number): boolean {
    return ((this.bits[(hash & (BITS - 1)) >>> 3] as number) & (1 << (hash & 7))) !== 0;
  }
}
