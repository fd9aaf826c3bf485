import { geminiHttpFailure } from './gemini-http-failure';

const failure = (status: number, message = '', details: unknown = [], sentThinkingBudget = false) =>
  geminiHttpFailure({ status, message, details, sentThinkingBudget });
const retryInfo = (retryDelay: unknown) => [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay }];

describe('geminiHttpFailure', () => {
  it.each([
    [400, 'bad_request'],
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'model_not_found'],
    [413, 'bad_request'],
    [429, 'rate_limited'],
  ])('calls %i %s, for which no second attempt helps', (status, reason) => {
    expect(failure(status)).toMatchObject({ reason, details: { status } });
    expect(failure(status).details.retry).toBeUndefined();
  });

  it.each([408, 500, 502, 503, 504])('calls %i a failure of the service, worth a second attempt', (status) => {
    expect(failure(status)).toMatchObject({ reason: 'upstream_error', details: { status, retry: 'after a pause' } });
  });

  it.each([
    ['its reason', '', [{ reason: 'API_KEY_INVALID' }]],
    ['its words', 'API key not valid. Please pass a valid API key.', undefined],
    ['an expired key', 'API key expired. Please renew the API key.', undefined],
  ])('knows a 400 for a bad key by %s', (_by, message, details) => {
    expect(failure(400, message, details).reason).toBe('unauthorized');
  });

  it('has a 400 about thinking tried again at once, when a thinking budget was sent', () => {
    expect(failure(400, 'Thinking budget 0 is invalid', [], true).details.retry).toBe('at once');
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
  ])('reads the delay %j of a 429', (retryDelay, pauseMs) => {
    expect(failure(429, '', retryInfo(retryDelay)).details.pauseMs).toBe(pauseMs);
  });

  it.each([['text'], [{}], [[null, 'x', 7]], [undefined]])('takes details of any shape: %j', (details) => {
    expect(failure(429, '', details).details.pauseMs).toBeUndefined();
    expect(failure(400, '', details).reason).toBe('bad_request');
  });

  it('says nothing of what the service said', () => {
    expect(failure(400, 'Invalid value: my card is 4111').message).not.toContain('4111');
  });
});
