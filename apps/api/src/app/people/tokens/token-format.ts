import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type SecretToken, hashOf } from '../sessions/secret-token';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Digits of 256 bits in base 62. */
const SECRET_LENGTH = 43;
/** Digits of 32 bits in base 62. */
const SUM_LENGTH = 6;
/** Characters that lists show: the prefix, and 4 digits. The rest still has 232 random bits. */
const START_LENGTH = 8;

/** Fixed prefixes, by which scanners for leaked secrets find tokens. */
const PREFIXES = { person: 'dkp_', service: 'dks_' } as const;
const PATTERN = new RegExp(`^dk[ps]_[0-9A-Za-z]{${SECRET_LENGTH + SUM_LENGTH}}$`);

/** A new token, with its stored hash and start. */
export interface NewTokenSecret extends SecretToken {
  /** The first characters, by which people recognise the token. */
  readonly start: string;
}

/** 256 random bits and a checksum. */
export function createTokenSecret(kind: keyof typeof PREFIXES): NewTokenSecret {
  const secret = PREFIXES[kind] + toBase62(BigInt(`0x${randomBytes(32).toString('hex')}`), SECRET_LENGTH);
  const token = secret + sumOf(secret);
  return { token, hash: hashOf(token), start: token.slice(0, START_LENGTH) };
}

/** Whether a text may be a token. Mistyped and cut tokens have a wrong checksum, so they cost no query. */
export function isTokenSecret(text: string): boolean {
  return PATTERN.test(text) && sumOf(text.slice(0, -SUM_LENGTH)) === text.slice(-SUM_LENGTH);
}

/** CRC-32 of the prefix and the secret. */
function sumOf(secret: string): string {
  return toBase62(BigInt(crc32(secret)), SUM_LENGTH);
}

function toBase62(value: bigint, length: number): string {
  let digits = '';
  for (let rest = value; digits.length < length; rest /= 62n) digits = (DIGITS[Number(rest % 62n)] ?? '') + digits;
  return digits;
}
