/** Maximum length of a line: a title and a description of 100,000 characters with JSON escapes are shorter. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;

const LINE_BREAK = 10;

/**
 * The complete lines of a stream, in chunks as they arrive. Drops the text after the last line break.
 * @throws Error for a line that is longer than any line of Docket
 */
export async function* wholeLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let restBytes = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const end = bytes.lastIndexOf(LINE_BREAK) + 1;
    if (end > 0) {
      yield Buffer.concat([...rest, bytes.subarray(0, end)]);
      [rest, restBytes] = [[], 0];
    }
    rest.push(bytes.subarray(end));
    restBytes += bytes.length - end;
    if (restBytes > MAX_LINE_BYTES) throw new Error('The answer has a line that is too long for a ticket');
  }
}

/** The last of several complete lines, with its line break. */
export function lastLine(lines: Buffer): Buffer {
  return lines.subarray(lines.lastIndexOf(LINE_BREAK, -2) + 1);
}

export function countLines(lines: Buffer): number {
  let count = 0;
  for (let at = lines.indexOf(LINE_BREAK); at >= 0; at = lines.indexOf(LINE_BREAK, at + 1)) count++;
  return count;
}
