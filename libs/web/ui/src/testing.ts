import { TestBed } from '@angular/core/testing';

const TIMEOUT_MS = 30_000; // includes the compilation of a chunk that loads on demand
const INTERVAL_MS = 10;

/** Retries until `look` does not throw. Does not wait for the page to become stable, which a pending request prevents. */
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

/** Fakes another tab by replacing BroadcastChannel. Call before the channels of this tab open. */
export function openOtherTab(): { say(message: unknown): void; close(): void } {
  const channels: EventTarget[] = [];
  class FakeChannel extends EventTarget {
    constructor() {
      super();
      channels.push(this);
    }
    readonly postMessage = () => undefined; // no receiver
    readonly close = () => undefined;
  }
  Object.assign(globalThis, { BroadcastChannel: FakeChannel });
  return {
    say: (data) => channels.forEach((channel) => channel.dispatchEvent(new MessageEvent('message', { data }))),
    close: () => void Reflect.deleteProperty(globalThis, 'BroadcastChannel'),
  };
}
