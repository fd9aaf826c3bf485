import { TicketQuery, type TicketQueryParts } from './ticket-query';

const cursor = { created_at: '2026-03-10T12:00:00.000Z', id: 7, direction: 'next' } as const;
const keyOf = (parts: TicketQueryParts) => new TicketQuery(parts).sqlKey;

describe('the key of the SQL text', () => {
  it('differs for each filter, cursor direction and limit', () => {
    const parts: TicketQueryParts[] = [
      {},
      { limit: 7 },
      { filter: { category: ['billing'] } },
      { filter: { priority: ['low'] } },
      { filter: { status: ['open'] } },
      { filter: { createdFrom: '2026-03-01' } },
      { filter: { createdTo: '2026-03-31' } },
      { filter: { category: ['billing'], status: ['open'] } },
      { cursor },
      { cursor: { ...cursor, direction: 'prev' } },
    ];

    expect(new Set(parts.map(keyOf)).size).toBe(parts.length);
  });

  it('differs for an unknown filter', () => {
    const filter = { severity: ['major'] } as TicketQueryParts['filter'];

    expect(keyOf({ filter })).not.toBe(keyOf({}));
  });

  it('is the same for other values, another order, and filters without a value', () => {
    expect(keyOf({ filter: { status: ['open'], category: ['billing'] } })).toBe(
      keyOf({ filter: { category: ['account', 'general'], status: ['closed'], priority: undefined } }),
    );
  });

  it('differs if a bound of the days is tighter than the cursor, because another condition is applied', () => {
    const within = { filter: { createdTo: '2026-03-31' }, cursor };
    const beyond = { filter: { createdTo: '2026-03-09' }, cursor };

    expect(keyOf(within)).not.toBe(keyOf(beyond));
  });
});

describe('the bound that is tighter than the cursor', () => {
  it.each<[TicketQueryParts['filter'], 'next' | 'prev', string | undefined, string | undefined]>([
    [{ createdTo: '2026-03-09' }, 'next', 'createdTo', undefined],
    [{ createdTo: '2026-03-10' }, 'next', undefined, undefined],
    [{ createdFrom: '2026-03-11' }, 'next', undefined, 'createdFrom'],
    [{ createdFrom: '2026-03-11' }, 'prev', 'createdFrom', undefined],
    [{ createdTo: '2026-03-09' }, 'prev', undefined, 'createdTo'],
  ])('of %j and a cursor to the %s page', (filter, direction, forward, backward) => {
    const query = new TicketQuery({ filter, cursor: { ...cursor, direction } });

    expect(query.boundTighterThanCursor('forward')).toBe(forward);
    expect(query.boundTighterThanCursor('backward')).toBe(backward);
  });
});

it('is immutable', () => {
  const query = new TicketQuery({ filter: { status: ['open'] } });

  expect(() => Object.assign(query, { limit: 1 })).toThrow(TypeError);
  expect(() => Object.assign(query.filter, { status: ['closed'] })).toThrow(TypeError);
});

it('withDay replaces only the range of days', () => {
  const query = new TicketQuery({
    filter: { status: ['open'], createdFrom: '2026-03-01' },
    search: 'card',
    cursor,
    limit: 9,
  });

  const { filter, search, limit, ...others } = query.withDay('2026-03-05');

  expect(filter).toEqual({ status: ['open'], createdFrom: '2026-03-05', createdTo: '2026-03-05' });
  expect([search, limit, others.cursor]).toEqual(['card', 9, cursor]);
});
