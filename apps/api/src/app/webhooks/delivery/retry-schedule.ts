const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Delays between attempts, in milliseconds: the recommendation of standardwebhooks.com, 75 hours in total. A receiver that is down for a
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

/** Random variation of a delay, as a fraction of it, so that deliveries that failed together are not all retried at once. */
const JITTER = 0.2;

/** Maximum number of attempts of a delivery. */
export const MAX_TRIES = DELAYS_MS.length + 1;

/** Maximum Retry-After that is respected, in milliseconds. */
const MAX_RETRY_AFTER_MS = 24 * HOUR_MS;

/** Maximum delay, in hours: every pending delivery is due by then. */
export const LONGEST_DELAY_HOURS = Math.ceil((Math.max(...DELAYS_MS) * (1 + JITTER)) / HOUR_MS);

/**
 * The delay until the next attempt, in milliseconds; undefined after the last one.
 * @param tries number of attempts so far, from 1
 * @param retryAfterMs delay that the receiver asks for
 * @param random from 0 to 1
 */
export function delayAfter(tries: number, retryAfterMs = 0, random = Math.random()): number | undefined {
  const delay = DELAYS_MS[tries - 1];
  if (delay === undefined) return undefined;
  const varied = delay * (1 - JITTER + 2 * JITTER * random);
  return Math.round(Math.max(varied, Math.min(retryAfterMs, MAX_RETRY_AFTER_MS)));
}

/** The delay of a Retry-After header, in milliseconds (RFC 9110, 10.2.3): seconds or a date. 0 if missing or invalid. */
export function retryAfterMs(header: string | undefined, now = Date.now()): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const time = Date.parse(text);
  return Number.isNaN(time) ? 0 : Math.max(0, time - now);
}
