import { failureFromHttpError } from './gemini-http-error';

const failure = (status: number, message = '', details: unknown = [], sentThinkingBudget = false) =>
  failureFromHttpError({ status, message, details, sentThinkingBudget });
const retryInfo = (retryDelay: unknown) => [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay }];

describe('failureFromHttpError', () => {
  it.each([
    [400, 'bad_request'],
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'model_not_found'],
    [413, 'bad_request'],
    [429, 'rate_limited'],
  ])('maps %i to %s without a retry', (status, reason) => {
    expect(failure(status)).toMatchObject({ reason, details: { status } });
    expect(failure(status).details.retry).toBeUndefined();
  });

  it.each([408, 500, 502, 503, 504])('maps %i to upstream_error, to retry after a delay', (status) => {
    expect(failure(status)).toMatchObject({ reason: 'upstream_error', details: { status, retry: 'after-delay' } });
  });

  it.each([301, 302, 307, 308])('maps the redirect %i to upstream_error, without a retry', (status) => {
    expect(failure(status)).toMatchObject({ reason: 'upstream_error', details: { status } });
    expect(failure(status).details.retry).toBeUndefined();
  });

  it.each([
    ['the reason', '', [{ reason: 'API_KEY_INVALID' }]],
    ['the message', 'API key not valid. Please pass a valid API key.', undefined],
    ['the message for an expired key', 'API key expired. Please renew the API key.', undefined],
  ])('recognises an invalid key in a 400 by %s', (_case, message, details) => {
    expect(failure(400, message, details).reason).toBe('unauthorized');
  });

  it('retries a 400 about thinking immediately if the request had a thinking budget', () => {
    expect(failure(400, 'Thinking budget 0 is invalid', [], true).details.retry).toBe('immediately');
    expect(failure(400, 'Thinking budget 0 is invalid', [], false).details.retry).toBeUndefined();
    expect(failure(400, 'Invalid JSON', [], true).details.retry).toBeUndefined();
  });

  it.each([
    ['7s', 7000],
    ['13.5s', 13_500],
    ['0s', 0],
    ['soon', undefined],
    ['-5s', undefined],
    [undefined, undefined],
  ])('reads the delay %j of a 429', (retryDelay, retryAfterMs) => {
    expect(failure(429, '', retryInfo(retryDelay)).details.retryAfterMs).toBe(retryAfterMs);
  });

  it.each([['text'], [{}], [[null, 'x', 7]], [undefined]])('accepts malformed details: %j', (details) => {
    expect(failure(429, '', details).details.retryAfterMs).toBeUndefined();
    expect(failure(400, '', details).reason).toBe('bad_request');
  });

  it('drops the message of the service', () => {
    expect(failure(400, 'Invalid value: my card is 4111').message).not.toContain('4111');
  });
});
