import { TestBed } from '@angular/core/testing';

const TIMEOUT_MS = 30_000; // a chunk that loads on demand may have to be compiled first
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

/** Plays another tab, in place of the browser's class. Call before the channels of this tab open. */
export function openOtherTab(): { say(message: unknown): void; close(): void } {
  const channels: EventTarget[] = [];
  class FakeChannel extends EventTarget {
    constructor() {
      super();
      channels.push(this);
    }
    readonly postMessage = () => undefined; // nobody listens
    readonly close = () => undefined;
  }
  Object.assign(globalThis, { BroadcastChannel: FakeChannel });
  return {
    say: (data) => channels.forEach((channel) => channel.dispatchEvent(new MessageEvent('message', { data }))),
    close: () => void Reflect.deleteProperty(globalThis, 'BroadcastChannel'),
  };
}
