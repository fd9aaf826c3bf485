import { InvalidInputException } from '../problems/invalid-input.exception';

/** The name of the header, in lower case. */
export const IDEMPOTENCY_KEY = 'idempotency-key';

/** The longest key, in characters. Stripe's limit, which clients know. */
export const MAX_KEY_LENGTH = 255;

/** A string of RFC 9651, 3.3.3, as draft-ietf-httpapi-idempotency-key-header-07 wants it. */
const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/;
/** The same without quotes and spaces, as most clients send it. */
const BARE = /^[\x21\x23-\x7e]+$/;

/**
 * The key that an Idempotency-Key header holds; undefined without a header. `"a"` and `a` are one key.
 * @throws InvalidInputException if the header is empty, too long or not a string of printable ASCII
 */
export function readIdempotencyKey(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const value = (typeof header === 'string' ? header : header.join(', ')).trim();
  const key = QUOTED.exec(value)?.[1]?.replace(/\\(.)/g, '$1') ?? BARE.exec(value)?.[0] ?? '';
  if (key.length > 0 && key.length <= MAX_KEY_LENGTH) return key;
  const detail = `must have 1 to ${MAX_KEY_LENGTH} printable ASCII characters`;
  throw new InvalidInputException([{ parameter: 'Idempotency-Key', detail }]);
}
