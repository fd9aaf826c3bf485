import { type PageCursor, decodeCursor, encodeCursor } from './page-cursor';

const CURSOR: PageCursor = { created_at: '2026-11-22T09:14:03.120Z', id: 7, direction: 'next' };

const encoded = (cursor: unknown) => Buffer.from(JSON.stringify(cursor)).toString('base64url');

describe('decodeCursor', () => {
  it('decodes the output of encodeCursor', () => {
    expect(decodeCursor(encodeCursor(CURSOR))).toEqual(CURSOR);
    expect(decodeCursor(encodeCursor({ ...CURSOR, rank: 3 }))).toEqual({ ...CURSOR, rank: 3 });
    expect(decodeCursor(encodeCursor({ ...CURSOR, direction: 'prev' }))).toMatchObject({ direction: 'prev' });
  });

  it('returns undefined without a text', () => {
    expect(decodeCursor(undefined)).toBeUndefined();
  });

  it.each([
    '',
    'nonsense',
    encodeCursor(CURSOR) + 'A',
    encodeCursor(CURSOR).slice(0, -2),
    encoded(null),
    encoded([]),
    encoded({ ...CURSOR, id: '7' }),
    encoded({ ...CURSOR, id: -1 }),
    encoded({ ...CURSOR, id: 1.5 }),
    encoded({ ...CURSOR, id: 2_147_483_648 }),
    encoded({ ...CURSOR, created_at: 'now' }),
    encoded({ ...CURSOR, created_at: '2026-11-22' }),
    encoded({ ...CURSOR, created_at: '-271821-04-20T00:00:00.000Z' }),
    encoded({ ...CURSOR, created_at: '+275760-09-13T00:00:00.000Z' }),
    encoded({ ...CURSOR, created_at: '0000-01-01T00:00:00.000Z' }),
    encoded({ ...CURSOR, created_at: 7 }),
    encoded({ ...CURSOR, direction: 'up' }),
    encodeCursor({ ...CURSOR, rank: -1 }),
    encodeCursor({ ...CURSOR, rank: 0.5 }),
    encodeCursor({ ...CURSOR, rank: 100 }),
    encoded({ ...CURSOR, more: true }),
  ])('rejects %p', (text) => {
    expect(decodeCursor(text)).toBeUndefined();
  });
});
