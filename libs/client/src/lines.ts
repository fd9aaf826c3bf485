/**
 * Splits a stream of UTF-8 into lines, without line breaks. A last line without a line break is incomplete and left out. Cancels the stream
 * if the caller stops early.
 */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let parts: string[] = [];
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const [first = '', ...more] = decoder.decode(chunk.value, { stream: true }).split('\n');
      parts.push(first);
      for (const next of more) {
        yield parts.join('');
        parts = [next];
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined); // the stream is broken
  }
}
