import { randomBytes } from 'node:crypto';

/** Crockford's alphabet: no letter looks like a digit. 32 signs, so each random byte gives one of them with equal chance. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Signs of a reference: 60 random bits. Nobody guesses one, and of a million, two are equal with a chance of one in two million. */
const LENGTH = 12;

/** A new reference, such as `7K3M-9QXT-2MVB`. It does not reveal how many requests there are. */
export function createReference(): string {
  const signs = [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  return signs.replace(/.{4}(?=.)/g, '$&-');
}
