import type { Readable } from 'node:stream';
import { type FileRow, type RowFormat, RowSplitter } from '@docket/import-rows';

/**
 * Splits a file into rows while it arrives, one chunk at a time; the next chunk is read when the caller continues. If the caller
 * stops early, the stream stays open: destroying the body of an HTTP request would also end its response.
 */
export async function* fileRows(content: Readable, format: RowFormat): AsyncGenerator<FileRow[]> {
  const splitter = new RowSplitter(format);
  const chunks: AsyncIterable<Uint8Array> = content.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) yield [...splitter.push(chunk)];
  yield [...splitter.end()];
}
