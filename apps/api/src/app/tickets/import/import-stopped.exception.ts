import { ServiceUnavailableException } from '@nestjs/common';

/** The server stops while a file is being uploaded. Stored batches stay. */
export class ImportStoppedException extends ServiceUnavailableException {
  constructor() {
    super('The server is stopping');
  }
}

/** Passes chunks on until the signal aborts, even if it aborts while no chunk arrives. */
export async function* untilStopped<T>(chunks: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await unlessStopped(iterator.next(), signal);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Releases the file, which others may read to its end. Not awaited: a pending chunk may never arrive.
    void iterator.return?.();
  }
}

/** Rejects when the signal aborts. `Promise.race()` with one promise for the whole file would keep every chunk in memory. */
function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new ImportStoppedException());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
