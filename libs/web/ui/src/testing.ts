import { TestBed } from '@angular/core/testing';

const TIMEOUT_MS = 10_000;
const INTERVAL_MS = 10;

/** Retries until `look` does not throw. Does not wait for the page to be stable, which a pending request prevents. */
export async function eventually<T>(look: () => T): Promise<T> {
  for (const deadline = Date.now() + TIMEOUT_MS; ; await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS))) {
    try {
      TestBed.tick();
      return look();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
