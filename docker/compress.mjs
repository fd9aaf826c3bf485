// Compresses the text files of a folder with Brotli into another folder, under the same names: nginx serves them as they are.
// node docker/compress.mjs <folder> <target>
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { brotliCompressSync } from 'node:zlib';

const TEXT_FILES = /\.(js|css|svg|json|webmanifest|txt)$/;

const [folder = '', target = ''] = argv.slice(2);
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!TEXT_FILES.test(name)) continue;
  mkdirSync(dirname(join(target, name)), { recursive: true });
  writeFileSync(join(target, name), brotliCompressSync(readFileSync(join(folder, name))));
}
