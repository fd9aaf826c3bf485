import { tmpdir } from 'node:os';
import { EmbeddedClient, freeBytes } from './embedded-client';

const bytes = (free: number) => () => ({ bavail: free / 4096, bsize: 4096 });

const MB = 2 ** 20;

/** Whether a client of a disk refuses a statement. One that it does not refuse waits for a connection. */
async function refuses(text: string, free: number): Promise<boolean> {
  const client = new EmbeddedClient({ dataDir: tmpdir(), statfs: bytes(free) });
  const query = (client.query(text) as Promise<unknown>).then(
    () => false,
    (error: { code?: string }) => error.code === '53100',
  );
  return Promise.race([query, new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);
}

it('knows the free space', () => {
  expect(freeBytes(tmpdir(), bytes(33 * MB))).toBe(33 * MB);
});

it.each([
  'INSERT INTO tickets VALUES (1)',
  '\n  UPDATE tickets SET title = $1',
  'WITH wanted AS (SELECT 1) INSERT INTO requesters SELECT * FROM wanted',
  'WITH old AS (SELECT id FROM a LIMIT 9) UPDATE suggestions AS one SET text = NULL FROM old',
  'WITH old AS (DELETE FROM a RETURNING id) SELECT count(*) FROM old',
])('rejects the change %p as PostgreSQL does while less than 256 MB are free', async (text) => {
  expect([await refuses(text, 255 * MB), await refuses(text, 256 * MB)]).toEqual([true, false]);
});

it.each(['VACUUM tickets', 'CHECKPOINT'])('rejects %p while less than two segments of the log fit', async (text) => {
  expect([await refuses(text, 31 * MB), await refuses(text, 33 * MB)]).toEqual([true, false]);
});

it.each([
  'SELECT 1',
  'BEGIN',
  'ROLLBACK',
  'WITH page AS (SELECT id FROM tickets) SELECT * FROM page',
  'WITH next AS (SELECT id FROM a FOR UPDATE SKIP LOCKED) SELECT * FROM next WHERE text = $1',
])('never rejects %p, which changes nothing', async (text) => {
  expect(await refuses(text, 0)).toBe(false);
});
