import { boundedFetch } from '../../platform/http/bounded-fetch';

/**
 * Calls the SDK so that it uses {@link boundedFetch}. The SDK has no option for it: it reads the global `fetch` when a method is called,
 * before the first `await`. So `fetch` is replaced for that moment only, and no other code of the process sees it.
 */
export function withBoundedFetch<T>(callSdk: () => Promise<T>): Promise<T> {
  const originalFetch = globalThis.fetch;
  globalThis.fetch = boundedFetch;
  try {
    return callSdk();
  } finally {
    globalThis.fetch = originalFetch;
  }
}
