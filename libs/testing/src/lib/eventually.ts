import { setTimeout as sleep } from 'node:timers/promises';

const INTERVAL_MS = 10;

/**
 * Calls a function until it returns a value other than `undefined` or `false`, and returns that value. Errors are retried. There is no
 * timeout: if the condition never holds, the test times out.
 */
export async function eventually<T>(attempt: () => T | Promise<T>): Promise<Exclude<T, undefined | false>> {
  for (;;) {
    try {
      const result = await attempt();
      if (result !== undefined && result !== false) return result as Exclude<T, undefined | false>;
    } catch {
      // Retry.
    }
    await sleep(INTERVAL_MS);
  }
}
