import { anyString } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { INVISIBLE_RANGES } from '../../platform/validation/text-rules';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

const VALID: Record<string, string> = { title: 'a', description: 'b', category: 'billing', priority: 'low' };

/** Inserts a row with the given columns only, without the API. */
const insert = (columns: Record<string, unknown>) => {
  const names = Object.keys(columns);
  const placeholders = names.map((_name, index) => `$${index + 1}`);
  return api.database.query<{ id: number }[]>(
    `INSERT INTO tickets (${names.join(', ')}) VALUES (${placeholders.join(', ')}) RETURNING *`,
    Object.values(columns),
  );
};

describe('the tickets table', () => {
  it('sets the status and both times by default', async () => {
    const [ticket] = await insert(VALID);

    expect(ticket).toMatchObject({ status: 'open', created_at: anyString(), updated_at: anyString() });
  });

  it.each(['created_at', 'updated_at'])('truncates %s to milliseconds, like JavaScript', async (column) => {
    const [ticket] = await insert({ ...VALID, [column]: '2026-03-01T12:00:00.123456Z' });

    const rows = await api.database.query<{ microseconds: number }[]>(
      `SELECT extract(microseconds FROM ${column})::int AS microseconds FROM tickets WHERE id = $1`,
      [ticket?.id],
    );
    expect(rows).toEqual([{ microseconds: 123_000 }]);
  });

  it.each(['title', 'description', 'category', 'priority', 'status', 'created_at', 'updated_at'])(
    'rejects NULL as %s',
    async (column) => {
      await expect(insert({ ...VALID, [column]: null })).rejects.toMatchObject({ code: '23502' });
    },
  );

  it.each([
    ['an unknown category', { category: 'sales' }],
    ['an unknown priority', { priority: 'urgent' }],
    ['an unknown status', { status: 'done' }],
    ['an empty title', { title: '' }],
    ['a title of 201 characters', { title: 'x'.repeat(201) }],
    ['an empty description', { description: '' }],
    ['a description of 100,001 characters', { description: 'x'.repeat(100_001) }],
    ['an infinite created_at', { created_at: '-infinity' }],
    ['a created_at before the year 1', { created_at: '0044-03-15 BC' }],
    ['an infinite updated_at', { updated_at: 'infinity' }],
    ['an updated_at after the year 9999', { updated_at: '10000-01-01 00:00:00+00' }],
  ])('rejects %s', async (_case, columns) => {
    await expect(insert({ ...VALID, ...columns })).rejects.toMatchObject({ code: '23514' });
  });

  it('accepts a title of 200 emoji', async () => {
    await expect(insert({ ...VALID, title: '🔥'.repeat(200) })).resolves.toHaveLength(1);
  });

  it.each(['title', 'description'])(
    'treats the same characters of a %s as invisible as the API does',
    async (column) => {
      const edges = INVISIBLE_RANGES.flatMap(([first, last]) => [first, last]).filter((codePoint) => codePoint > 0);
      const neighbours = INVISIBLE_RANGES.flatMap(([first, last]) => [first - 1, last + 1]).filter(
        (codePoint) =>
          codePoint > 0 && !INVISIBLE_RANGES.some(([first, last]) => codePoint >= first && codePoint <= last),
      );

      for (const codePoint of edges) {
        const text = String.fromCodePoint(codePoint);
        await expect(insert({ ...VALID, [column]: text })).rejects.toMatchObject({ code: '23514' });
      }
      for (const codePoint of neighbours) {
        await expect(insert({ ...VALID, [column]: String.fromCodePoint(codePoint) })).resolves.toHaveLength(1);
      }
    },
  );
});
