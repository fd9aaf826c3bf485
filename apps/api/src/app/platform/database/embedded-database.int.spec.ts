import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedDatabase } from './embedded-database';

const folder = mkdtempSync(join(tmpdir(), 'docket-database-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('says why a database does not open, also if PGlite gives no text', async () => {
  writeFileSync(join(folder, 'database'), 'not a folder');

  await expect(openEmbeddedDatabase(folder)).rejects.toThrow('"errno":');
});
