import { QueryFailedError } from 'typeorm';
import { isDatabaseUnavailable } from './database-unavailable';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

describe('isDatabaseUnavailable', () => {
  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'ENOSPC',
    '08006',
    '57P01',
    '57P03',
    '57014',
    '53100',
    '53300',
  ])('recognises the code %s, also inside a failed query', (code) => {
    expect(isDatabaseUnavailable(withCode(code))).toBe(true);
    expect(isDatabaseUnavailable(new QueryFailedError('SELECT 1', [], withCode(code)))).toBe(true);
    expect(isDatabaseUnavailable(new Error('wrapped', { cause: withCode(code) }))).toBe(true);
    expect(isDatabaseUnavailable(new AggregateError([withCode(code)]))).toBe(true);
  });

  it.each([
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'Connection terminated unexpectedly',
    'Client was closed and is not queryable',
    'PGlite is closed',
    'Query runner already released. Cannot run queries anymore.',
    'Database connection provided by a query runner was already released, cannot continue to use its querying methods anymore.',
  ])('recognises the message %p', (message) => {
    expect(isDatabaseUnavailable(new Error(message))).toBe(true);
  });

  it.each(['23505', '23514', '22021', '42P01', '42703', '40001', '57P', 'ENOENT'])('ignores the code %s', (code) => {
    expect(isDatabaseUnavailable(withCode(code))).toBe(false);
  });

  it.each([undefined, null, 'ECONNREFUSED', {}, new Error('no'), new TypeError('x is not a function')])(
    'ignores %p',
    (error) => {
      expect(isDatabaseUnavailable(error)).toBe(false);
    },
  );
});
