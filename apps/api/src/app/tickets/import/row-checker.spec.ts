import 'reflect-metadata';
import { checkRow } from './row-checker';

const VALID = { title: ' Cannot sign in ', description: ' No code arrives\n', category: 'account', priority: 'high' };

describe('checkRow', () => {
  it('converts a row to a ticket and trims only its title', () => {
    expect(checkRow({ ...VALID, status: 'closed', created_at: '2015-04-22T15:53:50Z' }, {})).toEqual({
      ticket: {
        title: 'Cannot sign in',
        description: ' No code arrives\n',
        category: 'account',
        priority: 'high',
        status: 'closed',
        createdAt: new Date('2015-04-22T15:53:50Z'),
      },
      defaulted: [],
    });
  });

  it.each([undefined, null, '', '  '])('treats %j as empty', (empty) => {
    const row = { ...VALID, category: empty, priority: empty, status: empty, created_at: empty };

    expect(checkRow(row, { category: 'billing', priority: 'low' })).toMatchObject({
      ticket: { category: 'billing', priority: 'low', status: 'open', createdAt: undefined },
      defaulted: ['category', 'priority'],
    });
  });

  it.each(['Billing', ' billing', 'toString', 7, ['billing'], { billing: true }])(
    'does not replace the invalid value %j with the default',
    (category) => {
      expect(checkRow({ ...VALID, category }, { category: 'general' })).toEqual({
        errors: [{ pointer: '/category', detail: 'must be one of billing, technical, account, general' }],
      });
    },
  );

  it('tolerates a clock that is one minute ahead, but not ten', () => {
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

    expect(checkRow({ ...VALID, created_at: inMinutes(1) }, {})).toHaveProperty('ticket');
    expect(checkRow({ ...VALID, created_at: inMinutes(10) }, {})).toHaveProperty('errors');
  });
});
