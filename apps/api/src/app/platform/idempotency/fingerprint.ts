import { createHash } from 'node:crypto';

/** The digest of a request's parts, in 32 bytes. */
export function fingerprintOf(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(createHash('sha256').update(part).digest()); // so that no part continues in the next one
  return hash.digest();
}
