import { Readable } from 'node:stream';
import type { ExportWriter } from './export-format';
import { readAhead } from './read-ahead';
import { ReaderPace } from './reader-pace';

/** Maximum duration of an export, in milliseconds. Its client may resume it. */
const MAX_EXPORT_MS = 60 * 60_000;

/** The export reached its maximum duration. The client resumes it with the parameter `after`. */
export class LongExportError extends Error {
  override readonly name = 'LongExportError';

  constructor() {
    super(`The export has run for ${MAX_EXPORT_MS / 60_000} minutes, and ends`);
  }
}

/**
 * The text of an export, which reads one batch ahead of its reader. Fails if the database or the permission is lost, the reader is too
 * slow, or the signal aborts: ending normally would make a partial export look complete.
 */
export function exportStream<T>(batches: AsyncIterable<T>, writer: ExportWriter<T>, signal: AbortSignal): Readable {
  const stream = Readable.from(
    texts(batches, writer, (error) => stream.destroy(error)),
    { objectMode: false },
  );
  const stop = () => stream.destroy(new Error('The export has been stopped'));
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  stream.once('close', () => signal.removeEventListener('abort', stop));
  return stream;
}

async function* texts<T>(
  batches: AsyncIterable<T>,
  writer: ExportWriter<T>,
  fail: (error: Error) => void,
): AsyncGenerator<string | Buffer> {
  const end = performance.now() + MAX_EXPORT_MS;
  const pace = new ReaderPace(fail);
  if (writer.start) yield writer.start;
  for await (const batch of readAhead(batches)) {
    if (performance.now() > end) throw new LongExportError();
    const text = writer.write(batch);
    pace.wait(Buffer.byteLength(text));
    try {
      yield text;
    } finally {
      pace.take();
    }
  }
  const last = writer.end();
  if (last) yield last;
}
