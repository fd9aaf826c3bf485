import { Readable } from 'node:stream';
import { countLines, lastLine, wholeLines } from './whole-lines';

async function linesOf(...chunks: readonly (string | Uint8Array)[]): Promise<string[]> {
  const found: string[] = [];
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk as string)));
  for await (const lines of wholeLines(stream)) found.push(lines.toString('utf8'));
  return found;
}

it('gives whole lines, however the stream is cut', async () => {
  expect(await linesOf('a\nb', 'c\n', 'd', 'e', '\nf\n')).toEqual(['a\n', 'bc\n', 'de\nf\n']);
});

it('leaves out an incomplete last line', async () => {
  expect(await linesOf('a\nb')).toEqual(['a\n']);
  expect(await linesOf('a')).toEqual([]);
  expect(await linesOf()).toEqual([]);
});

it('keeps characters that a chunk divides, and line separators of Unicode', async () => {
  const bytes = Buffer.from('"ü\u2028"\n');
  expect(await linesOf(bytes.subarray(0, 2), bytes.subarray(2))).toEqual(['"ü\u2028"\n']);
});

it('stops at a line that is too long for a ticket', async () => {
  await expect(linesOf(...Array<string>(5).fill('x'.repeat(1024 * 1024)))).rejects.toThrow('too long');
});

it('counts lines, and finds the last one', () => {
  const lines = Buffer.from('one\ntwo\n');

  expect(countLines(lines)).toBe(2);
  expect(lastLine(lines).toString()).toBe('two\n');
  expect(lastLine(Buffer.from('one\n')).toString()).toBe('one\n');
});
