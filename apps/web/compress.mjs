// Compresses the text files of a built client ahead of time, each beside itself: `.br` with Brotli, `.gz` with gzip for plain
// HTTP, over which browsers do not accept Brotli. The highest levels take seconds, which no browser should wait for.
// node apps/web/compress.mjs <folder>
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const TEXT_FILES = /\.(?:js|css|svg|json|webmanifest|txt)$/;

const [folder = ''] = argv.slice(2);
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!TEXT_FILES.test(name)) continue;
  const file = join(folder, name);
  const content = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
