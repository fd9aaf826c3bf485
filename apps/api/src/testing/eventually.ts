import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves once a claim holds. A claim that never does ends by the test's own time-out. */
export async function eventually(claim: () => boolean): Promise<void> {
  while (!claim()) await sleep(5);
}
