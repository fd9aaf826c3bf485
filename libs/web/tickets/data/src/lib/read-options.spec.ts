import { TICKET_STATUSES } from '@docket/domain';
import { readOptions } from './read-options';

describe('readOptions', () => {
  it.each([
    ['one', 'closed', ['closed']],
    ['several, in the usual order', 'closed,open', ['open', 'closed']],
    ['a repeated parameter', ['closed', 'open'], ['open', 'closed']],
    ['a repeated value once', 'open,open', ['open']],
    ['only known values', 'open,done,__proto__', ['open']],
    ['nothing', undefined, []],
    ['an empty value', '', []],
  ])('reads %s', (_name, value, expected) => {
    expect(readOptions(TICKET_STATUSES, value)).toEqual(expected);
  });
});
