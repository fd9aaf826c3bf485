import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BYTE_ORDER_MARK } from '#import-rows/bytes';
import { Transcoder } from '#import-rows/encoding/transcoder';

/** A file to import as UTF-8: the file itself, or a temporary copy. */
export interface TextFile {
  readonly path: string;
  /** Size of the text, in bytes. */
  readonly size: number;
  /** Encoding of the file to import. */
  readonly encoding: string;
  readonly isEncodingGuessed: boolean;
  /** Deletes the copy. */
  close(): Promise<void>;
}

/**
 * Finds the encoding of a file, and converts the file unless it is UTF-8. The copy has a byte order mark, which the file of rejected rows
 * inherits.
 * @param encoding the encoding given by the user
 */
export async function openText(file: string, encoding?: string): Promise<TextFile> {
  const found = await findEncoding(file, encoding);
  const known = { encoding: found.encoding, isEncodingGuessed: found.isGuessed };
  if (found.encoding === 'utf-8')
    return { ...known, path: file, size: (await stat(file)).size, close: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'docket-text-'));
  const close = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'text');
  try {
    await pipeline(
      createReadStream(file),
      (bytes: AsyncIterable<Buffer>) => convert(bytes, found.encoding),
      createWriteStream(path),
    );
    return { ...known, path, size: (await stat(path)).size, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Reads a file until its encoding is known. */
async function findEncoding(file: string, encoding?: string): Promise<Transcoder> {
  const transcoder = new Transcoder({ encoding });
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (const _text of transcoder.push(chunk)) if (transcoder.isKnown) break;
    if (transcoder.isKnown) return transcoder;
  }
  for (const _text of transcoder.end()) if (transcoder.isKnown) break;
  return transcoder;
}

async function* convert(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Uint8Array> {
  const transcoder = new Transcoder({ encoding });
  yield BYTE_ORDER_MARK;
  for await (const chunk of bytes) yield* transcoder.push(chunk);
  yield* transcoder.end();
}
