/** Reads one value ahead: the source works on the next value while the caller works on this one. */
export async function* readAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T, undefined> {
  const values = source[Symbol.asyncIterator]() as AsyncIterator<T, undefined>;
  let next = values.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return undefined;
      next = values.next();
      next.catch(() => undefined); // the await above throws it if the caller continues
      yield value;
    }
  } finally {
    void values.return?.().catch(() => undefined); // not awaited: the source closes after the value that it works on
  }
}
