import { createHash, randomBytes } from 'node:crypto';

/** A secret that its holder shows to be recognised. The database knows only its hash. */
export interface SecretToken {
  readonly token: string;
  readonly hash: Buffer;
}

/** 256 random bits. A fast hash suffices: random tokens cannot be guessed from it. */
export function createToken(): SecretToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** The SHA-256 of a token. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Hashes as a parameter of `ANY($1::text::bytea[])`, whose text both forms of the database read alike. */
export function hashList(hashes: readonly Buffer[]): string {
  return `{${hashes.map((hash) => `"\\\\x${hash.toString('hex')}"`).join()}}`;
}
