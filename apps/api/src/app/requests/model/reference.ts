import { randomBytes } from 'node:crypto';

/** Crockford's Base32 alphabet: no letter looks like a digit. With 32 signs, each random byte gives each sign with equal probability. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Number of signs of a reference: 60 random bits, too many to guess. Among a million references, a duplicate has a chance of one in two
 * million.
 */
const LENGTH = 12;

/** A new random reference, such as `7K3M-9QXT-2MVB`. It does not reveal the number of requests. */
export function createReference(): string {
  const signs = [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  return signs.replace(/.{4}(?=.)/g, '$&-');
}
