import { TICKET_STATUSES } from './properties';
import { oneOf } from './one-of';

describe('oneOf', () => {
  it('returns a value that is an option', () => {
    expect(oneOf(TICKET_STATUSES, 'in_progress')).toBe('in_progress');
  });

  it.each(['OPEN', '', null, undefined, 7, ['open'], { toString: () => 'open' }])('rejects %p', (value) => {
    expect(oneOf(TICKET_STATUSES, value)).toBeUndefined();
  });
});
