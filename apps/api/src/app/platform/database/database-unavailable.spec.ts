import { QueryFailedError } from 'typeorm';
import { isDatabaseUnavailable, isOutcomeUnknown, noChangesReason, unavailableReason } from './database-unavailable';

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

describe('unavailableReason', () => {
  it.each([
    ['53100', 'disk_full'],
    ['ENOSPC', 'disk_full'],
    ['25006', 'read_only'],
    ['57014', 'too_slow'],
    ['POOL_EXHAUSTED', 'pool_exhausted'],
    ['53300', 'out_of_resources'],
    ['42501', 'no_rights'],
    ['ECONNREFUSED', 'no_connection'],
    ['28P01', 'no_connection'],
    ['3D000', 'no_connection'],
  ])('calls %s %s', (code, reason) => {
    expect(unavailableReason(new QueryFailedError('SELECT 1', [], withCode(code)))).toBe(reason);
  });
});

describe('isOutcomeUnknown', () => {
  it.each(['ECONNRESET', '57P01'])('recognises that %s may follow a commit', (code) => {
    expect(isOutcomeUnknown(new QueryFailedError('INSERT', [], withCode(code)))).toBe(true);
  });

  it.each(['Query read timeout', 'Connection terminated unexpectedly'])('recognises the message %p', (message) => {
    expect(isOutcomeUnknown(new QueryFailedError('INSERT', [], new Error(message)))).toBe(true);
  });

  it.each(['ECONNREFUSED', '57014', '53100', 'POOL_EXHAUSTED'])('knows that nothing is stored after %s', (code) => {
    expect(isOutcomeUnknown(withCode(code))).toBe(false);
  });
});

describe('noChangesReason', () => {
  it('is for a full disk and a database that is read-only', () => {
    expect(noChangesReason(withCode('53100'))).toBe('The disk of the database has too little space');
    expect(noChangesReason(withCode('25006'))).toBe('The database is read-only');
    expect(noChangesReason(withCode('ECONNREFUSED'))).toBeUndefined();
    expect(noChangesReason(withCode('23505'))).toBeUndefined();
  });
});
