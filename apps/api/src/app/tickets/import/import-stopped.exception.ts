import { ServiceUnavailableException } from '@nestjs/common';

/** The server stops while a file arrives. Stored batches stay. */
export class ImportStoppedException extends ServiceUnavailableException {
  constructor() {
    super('The server is stopping');
  }
}

/** Passes chunks on until the signal aborts, also if it aborts while no chunk arrives. */
export async function* untilStopped<T>(chunks: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_resolve, reject) => (stop = () => reject(new ImportStoppedException())));
  stopped.catch(() => undefined); // handled by the race below
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race<IteratorResult<T, undefined>>([iterator.next(), stopped]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
