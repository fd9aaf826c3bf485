import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SortedHashFile } from './sorted-hash-file';

const folder = mkdtempSync(join(tmpdir(), 'docket-hashes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hashOf = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase();
let files = 0;
function write(content: string): string {
  const path = join(folder, String(++files));
  writeFileSync(path, content);
  return path;
}

const WORDS = Array.from({ length: 150 }, (_, n) => `word ${n}`);

it.each([
  ['counts and CRLF, as Have I Been Pwned has them', (hash: string, n: number) => `${hash}:${n ** 4}\r\n`],
  ['counts and LF', (hash: string, n: number) => `${hash}:${n}\n`],
  ['no counts', (hash: string) => `${hash}\n`],
  ['lower case', (hash: string, n: number) => `${hash.toLowerCase()}:${n}\n`],
])('finds every hash of a file with %s, and no other', async (_what, toLine) => {
  const hashes = WORDS.map(hashOf).sort();
  const lines = hashes.map(toLine).join('');

  for (const content of [lines, lines.trimEnd()]) {
    const file = await SortedHashFile.open(write(content));
    for (const hash of hashes) expect([hash, await file.has(hash)]).toEqual([hash, true]);
    for (let n = 0; n < 50; n++) expect(await file.has(hashOf(`other ${n}`))).toBe(false);
    for (const hash of ['0'.repeat(40), 'F'.repeat(40)]) expect(await file.has(hash)).toBe(false);
    await file.close();
  }
});

it.each([1, 2, 3, 4, 5, 6, 7])('finds every hash of a file with %i lines', async (count) => {
  const hashes = WORDS.slice(0, count).map(hashOf).sort();
  const file = await SortedHashFile.open(write(hashes.map((hash) => `${hash}:1\r\n`).join('')));

  for (const hash of hashes) expect(await file.has(hash)).toBe(true);
  expect(await file.has(hashOf('other'))).toBe(false);
  await file.close();
});

it.each([
  ['no line', '', 'sorted'],
  ['text', 'password\n123456\n', 'SHA-1'],
  ['NTLM hashes', `${'0'.repeat(32)}:1\n`, 'SHA-1'],
  ['a line of a megabyte', 'x'.repeat(1_000_000), 'SHA-1'],
  ['hashes by count', `${'F'.repeat(40)}:9\n${'0'.repeat(40)}:1\n`.repeat(20), 'sorted'],
])('refuses a file with %s', async (_what, content, reason) => {
  await expect(SortedHashFile.open(write(content))).rejects.toThrow(reason);
});
