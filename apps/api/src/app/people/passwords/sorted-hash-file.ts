import { type FileHandle, open } from 'node:fs/promises';

/** The length of a SHA-1 in hexadecimal digits. */
const HASH_LENGTH = 40;
/** Bytes that one read takes: a line has 42 to 55, so that a chunk always contains the end of one and all of the next. */
const CHUNK_BYTES = 256;

const LINE = /^[\dA-F]{40}(?::\d{1,12})?$/i;

/**
 * A file of SHA-1 hashes, one a line and sorted, each with a count after a colon: the format of Have I Been Pwned. Reads a few
 * hundred bytes for each of about 40 steps, and none of the file in advance: it has 40 GB.
 */
export class SortedHashFile {
  private constructor(
    private readonly file: FileHandle,
    private readonly size: number,
  ) {}

  /**
   * Opens a file.
   * @throws Error if it cannot be read, or does not look like such a file
   */
  static async open(path: string): Promise<SortedHashFile> {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const opened = new SortedHashFile(file, size);
      const [first, last] = [await opened.lineFrom(0), await opened.lineFrom(Math.max(0, size - 2 * CHUNK_BYTES))];
      if (!first || !last || hashIn(first.text) > hashIn(last.text)) throw new Error('it is not sorted by hash');
      return opened;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }

  /**
   * Whether the file has a hash. Binary search over the bytes.
   * @param hash in hexadecimal digits
   */
  async has(hash: string): Promise<boolean> {
    const wanted = hash.toUpperCase();
    let low = 0; // the wanted line starts at `low` or later, and before `high`
    let high = this.size;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const line = await this.lineFrom(middle);
      if (!line || line.start >= high) {
        high = middle;
        continue;
      }
      const found = hashIn(line.text);
      if (found === wanted) return true;
      if (found < wanted) low = line.end;
      else high = middle;
    }
    return false;
  }

  /**
   * The first line that starts at a position or later.
   * @throws Error if it is not a line of such a file
   */
  private async lineFrom(position: number): Promise<{ text: string; start: number; end: number } | undefined> {
    const from = Math.max(0, position - 1); // a line that starts at the position follows the break before it
    const { buffer, bytesRead } = await this.file.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, from);
    const chunk = buffer.toString('latin1', 0, bytesRead);
    const offset = position === 0 ? 0 : chunk.indexOf('\n') + 1;
    if (position > 0 && offset === 0 && bytesRead === CHUNK_BYTES) throw new Error('it has lines that are too long');
    const rest = chunk.slice(offset);
    if ((position > 0 && offset === 0) || rest === '') return undefined; // the last line starts earlier
    const [text = ''] = rest.split('\n', 1);
    if (!LINE.test(text.trimEnd())) throw new Error('it has lines that are no SHA-1 with a count');
    const start = from + offset;
    return { text, start, end: start + text.length + 1 };
  }
}

function hashIn(line: string): string {
  return line.slice(0, HASH_LENGTH).toUpperCase();
}
