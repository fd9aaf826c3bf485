import type { Readable } from 'node:stream';
import { type FileRow, type RowFormat, RowSplitter } from '@docket/import-rows';

/**
 * The rows of a file as it arrives, those of one piece at a time; the next piece is read when the caller asks for it.
 * A caller may stop early: the stream is left as it is, since with an HTTP request its answer would be lost too.
 */
export async function* fileRows(content: Readable, format: RowFormat): AsyncGenerator<FileRow[]> {
  const splitter = new RowSplitter(format);
  for await (const piece of content.iterator({ destroyOnReturn: false })) yield [...splitter.push(piece)];
  yield [...splitter.end()];
}
