import { tmpdir } from 'node:os';
import { EmbeddedClient, hasFreeSpace } from './embedded-client';

const bytes = (free: number) => () => ({ bavail: free / 4096, bsize: 4096 });

it('has space for writes while two segments of the log fit', () => {
  expect(hasFreeSpace(tmpdir(), bytes(33 * 2 ** 20))).toBe(true);
  expect(hasFreeSpace(tmpdir(), bytes(31 * 2 ** 20))).toBe(false);
});

it.each(['INSERT INTO tickets VALUES (1)', '\n  UPDATE tickets SET title = $1', 'VACUUM tickets', 'CHECKPOINT'])(
  'rejects %p as PostgreSQL does if the disk is full',
  async (text) => {
    const client = new EmbeddedClient({ dataDir: tmpdir(), statfs: bytes(0) });

    await expect(client.query(text) as Promise<unknown>).rejects.toMatchObject({ code: '53100' });
  },
);
