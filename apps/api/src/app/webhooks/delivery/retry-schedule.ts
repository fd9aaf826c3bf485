const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Times between two tries, in milliseconds: those that standardwebhooks.com recommends, 75 hours in all. A receiver that is down for a
 * weekend misses nothing.
 */
const DELAYS_MS = [
  5000,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** The share by which a delay varies at random, so that deliveries that failed together are not all retried at once. */
const JITTER = 0.2;

/** Maximum number of tries of a delivery. */
export const MAX_TRIES = DELAYS_MS.length + 1;

/** The longest wait that a receiver may ask for with Retry-After, in milliseconds. */
const MAX_RETRY_AFTER_MS = 24 * HOUR_MS;

/** Hours after which every delivery that waits is due. */
export const LONGEST_DELAY_HOURS = Math.ceil((Math.max(...DELAYS_MS) * (1 + JITTER)) / HOUR_MS);

/**
 * The time until the next try, in milliseconds; undefined after the last one.
 * @param tries the number of tries so far, from 1
 * @param retryAfterMs what the receiver asks for
 * @param random from 0 to 1
 */
export function delayAfter(tries: number, retryAfterMs = 0, random = Math.random()): number | undefined {
  const delay = DELAYS_MS[tries - 1];
  if (delay === undefined) return undefined;
  const varied = delay * (1 - JITTER + 2 * JITTER * random);
  return Math.round(Math.max(varied, Math.min(retryAfterMs, MAX_RETRY_AFTER_MS)));
}

/** The wait of a Retry-After header, in milliseconds (RFC 9110, 10.2.3): seconds or a date. 0 without a valid one. */
export function retryAfterMs(header: string | undefined, now = Date.now()): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const time = Date.parse(text);
  return Number.isNaN(time) ? 0 : Math.max(0, time - now);
}
