import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { JSON_BODY_LIMIT } from '../http/json-body';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

const post = (payload: string | Buffer, type: string | undefined = 'application/json', url = '/api/tickets/') =>
  api.inject({ method: 'POST', url, payload, headers: type ? { 'content-type': type } : {} });

it.each([
  ['GET', '/api/tickets/'],
  ['GET', '/api/tickets/stats'],
  ['GET', '/api/tickets/9999/'],
  ['GET', '/api/nothing'],
  ['POST', '/api/tickets/classify/'],
  ['OPTIONS', '/api/tickets/'],
  ['GET', '/api/tickets/%'],
] as const)('%s %s may not be kept by shared caches', async (method, url) => {
  expect((await api.inject({ method, url })).headers['cache-control']).toBe('private, no-cache');
});

describe('a failed request', () => {
  it('gets a problem document with its request id', async () => {
    const response = await api.inject({
      method: 'GET',
      url: '/api/tickets/9999/?secret=1',
      headers: { 'x-request-id': 'abc-123' },
    });

    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.headers['x-request-id']).toBe('abc-123');
    expect(response.json()).toEqual({
      type: '/problems/not-found',
      title: 'Not found',
      status: 404,
      detail: 'Ticket 9999 does not exist',
      instance: '/api/tickets/9999/',
      request_id: 'abc-123',
    });
  });

  it.each([
    ['application/json', 'application/json; charset=utf-8'],
    ['application/json, text/plain, */*', 'application/json; charset=utf-8'],
    ['APPLICATION/JSON;q=0.1', 'application/json; charset=utf-8'],
    ['application/problem+json, application/json', 'application/problem+json; charset=utf-8'],
    ['application/json;q=0, */*', 'application/problem+json; charset=utf-8'],
    ['application/problem+json;q=0, application/json', 'application/json; charset=utf-8'],
    ['*/*', 'application/problem+json; charset=utf-8'],
    ['text/html', 'application/problem+json; charset=utf-8'],
    ['', 'application/problem+json; charset=utf-8'],
  ])('is called JSON for a client that names only JSON: Accept %p', async (accept, type) => {
    for (const [method, url] of [
      ['GET', '/api/tickets/9999'],
      ['GET', '/api/nothing'],
      ['GET', '/api/tickets/%'],
      ['DELETE', '/api/tickets/'],
    ] as const) {
      const { headers } = await api.inject({ method, url, headers: { accept } });

      expect(headers).toMatchObject({ 'content-type': type, vary: 'Accept' });
    }
  });

  it.each(['/api/nothing', '/api/tickets/1/2', '/api', '/api/ticket', '/nothing.js'])(
    'gets 404 for the unknown path %s',
    async (url) => {
      const response = await api.inject({ method: 'GET', url });

      expect(response.statusCode).toBe(404);
      expect(response.json()).toMatchObject({ type: '/problems/not-found', instance: url });
    },
  );

  it.each([
    ['DELETE', '/api/tickets/', 'GET, HEAD, OPTIONS, POST'],
    ['PUT', '/api/tickets', 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', '/api/tickets/7/', 'GET, HEAD, OPTIONS, PATCH'],
    ['POST', '/api/tickets/7', 'GET, HEAD, OPTIONS, PATCH'],
    ['POST', '/api/tickets/stats/', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/api/tickets/stats', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/tickets/classify/', 'OPTIONS, POST'],
    ['PATCH', '/api/tickets/import/?x=1', 'OPTIONS, POST'],
    ['POST', '/api/openapi.json', 'GET, HEAD, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
    ['TRACE', '/api/tickets/', 'GET, HEAD, OPTIONS, POST'],
    ['PROPFIND', '/api/tickets/', 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', '/%61pi/tickets', 'GET, HEAD, OPTIONS, POST'],
    ['HEAD', '/api/tickets/classify', 'OPTIONS, POST'],
  ] as const)('gets 405 with Allow for %s %s', async (method, url, allow) => {
    const response = await api.inject({ method: method, url });

    expect(response.statusCode).toBe(405);
    expect(response.headers).toMatchObject({ allow, 'x-content-type-options': 'nosniff' });
    if (method !== 'HEAD') expect(response.json()).toMatchObject({ type: '/problems/method-not-allowed' });
  });

  it('gets the methods of a path for OPTIONS', async () => {
    const response = await api.inject({ method: 'OPTIONS', url: '/api/tickets/7/' });

    expect([response.statusCode, response.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS, PATCH']);
  });

  it.each([
    ['{"title":}', 'an unexpected character at position 9 (line 1, column 10)'],
    ['{"title":"a"', 'it ends too early at position 12 (line 1, column 13)'],
    ['{\n  "a": 1,\n}', 'an unexpected character at position 12 (line 3, column 1)'],
    ["{'a':1}", 'an unexpected character at position 1 (line 1, column 2)'],
    ['', 'it ends too early at position 0 (line 1, column 1)'],
    ['undefined', 'an unexpected character at position 0 (line 1, column 1)'],
  ])('gets 400 with the position for the malformed JSON %p', async (body, place) => {
    const response = await post(body);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      type: '/problems/malformed-json',
      detail: `The body is not valid JSON: ${place}`,
    });
  });

  it('gets the position of an error in the first 65,536 characters, which are all that is searched', async () => {
    const within = await post(`["${'x'.repeat(65_532)}"x]`);
    const beyond = await post(`["${'x'.repeat(65_533)}"x]`);
    const cutWord = await post(`["${'x'.repeat(65_535)}",true,]`);
    const unfinished = await post(`["${'x'.repeat(70_000)}`);

    expect(within.json()).toMatchObject({
      detail: textContaining('character at position 65535 (line 1, column 65536)'),
    });
    for (const response of [beyond, cutWord, unfinished]) {
      expect(response.json()).toMatchObject({
        type: '/problems/malformed-json',
        detail: 'The body is not valid JSON: the error is after the first 65536 characters',
      });
    }
  });

  it.each([
    ['['.repeat(1_500_000), 'is nested too deeply'],
    ['{"":'.repeat(300_000), 'is nested too deeply'],
    ['['.repeat(700_000) + ']'.repeat(700_000), 'is nested too deeply'],
    [`{"title":[${'[],'.repeat(500_000)}[]]}`, 'holds too many values'],
    [`{"title":0${',"a":0'.repeat(200_000)}}`, 'holds too many values'],
  ])('gets 400 for a body that is made to take long, without parsing it (case %#)', async (body, detail) => {
    const parse = jest.spyOn(JSON, 'parse');

    const response = await post(body);

    const longest = Math.max(0, ...parse.mock.calls.map(([text]) => text.length));
    parse.mockRestore();
    expect(longest).toBeLessThan(body.length);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ pointer: '', detail }] });
  });

  it.each(['gzip', 'br', 'x'])('gets 415 for a body that is compressed with %s', async (encoding) => {
    const response = await api.inject({
      method: 'POST',
      url: '/api/tickets/',
      payload: '{"title":"a","description":"b","category":"billing","priority":"low"}',
      headers: { 'content-type': 'application/json', 'content-encoding': encoding },
    });

    expect(response.json()).toMatchObject({ status: 415, detail: 'The body must not be compressed' });
    expect(response.headers['accept-encoding']).toBe('identity');
  });

  it('gets 400 for a body that is not UTF-8', async () => {
    const response = await post(Buffer.from('{"title":"caf\xe9"}', 'latin1'));

    expect(response.json()).toMatchObject({ status: 400, detail: 'The body is not valid UTF-8' });
  });

  it('gets 415 for a body of type text/plain, which only the import takes', async () => {
    expect((await post('title=a', 'text/plain')).statusCode).toBe(415);
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/html', 'nonsense'])(
    'gets 415 for a body of type %s',
    async (type) => {
      const response = await post('title=a&description=b', type);
      const file = await post('title=a&description=b', type, '/api/tickets/import/');

      expect(response.statusCode).toBe(415);
      expect(response.json()).toMatchObject({ detail: 'The body must be application/json' });
      expect(response.headers.accept).toBe('application/json');
      expect(file.json()).toMatchObject({ status: 415, detail: textContaining('text/csv') });
      expect(file.headers.accept).toContain('application/x-ndjson, text/csv');
    },
  );

  it.each(['Application/JSON', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"; x=y'])(
    'does not get 415 for the type %s',
    async (type) => {
      expect((await post('{}', type)).statusCode).toBe(400);
    },
  );

  it.each([
    ['iso-8859-1', Buffer.from('{"title":"Größe","description":"x","category":"general","priority":"low"}', 'latin1')],
    ['"utf-16le"', Buffer.from('{"title":"Größe","description":"x","category":"general","priority":"low"}', 'utf16le')],
  ])('is none for JSON in the charset %s that its type declares', async (charset, body) => {
    const response = await post(body, `application/json; charset=${charset}`);

    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({ title: 'Größe' });
  });

  it('gets 415 for a charset that is not known, and 400 for bytes that are not text in it', async () => {
    const unknown = await post('{}', `application/json; charset=utf-33${'x'.repeat(1000)}`);
    const invalid = await post(Buffer.of(0x22, 0xff, 0x22), 'application/json; charset=shift_jis');

    expect(unknown.json()).toMatchObject({ status: 415, detail: textContaining('is not known') });
    expect(unknown.headers.accept).toBe('application/json');
    expect(unknown.body.length).toBeLessThan(1000);
    expect(invalid.json()).toMatchObject({ status: 400, detail: 'The body is not valid shift_jis' });
  });

  it.each(['/api/tickets/stats?x=1', '/healthz?probe=1', '/api/openapi.json?v=2'])(
    'is none for %s: only an operation with parameters knows which of them are wrong',
    async (url) => {
      expect((await api.inject({ method: 'GET', url })).statusCode).toBe(200);
    },
  );

  it('gets 415 for a body without a type, and 400 for no body at all', async () => {
    const untyped = await api.inject({ method: 'POST', url: '/api/tickets/', payload: Buffer.from('{}') });
    const bodiless = await api.inject({ method: 'POST', url: '/api/tickets/' });

    expect([untyped.statusCode, bodiless.statusCode]).toEqual([415, 400]);
    expect(bodiless.json()).toMatchObject({ errors: [{ pointer: '', detail: 'must be a JSON object' }] });
  });

  it('gets 413 for a body over the limit, with and without Content-Length', async () => {
    const body = `{"title":"${'x'.repeat(JSON_BODY_LIMIT)}"}`;

    const withLength = await post(body);
    const chunked = await api.inject({
      method: 'POST',
      url: '/api/tickets/',
      payload: body,
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    });

    expect([withLength.statusCode, chunked.statusCode]).toEqual([413, 413]);
  });

  it.each([
    '/api/tickets/%',
    '/api/tickets/%zz/',
    '/api/%C3%28',
    '/api/tickets/?search=%zz',
    '/api/tickets/?search=%ED%A0%80',
    '/healthz?%ff',
  ])('gets 400 for %s, which cannot be decoded', async (url) => {
    const response = await api.inject({ method: 'GET', url });

    expect(response.statusCode).toBe(400);
    expect(response.headers['x-request-id']).toBe(response.json<{ request_id: string }>().request_id);
  });

  it('never gets a stack, a query or a value with a server error', async () => {
    await api.database.query('ALTER TABLE tickets RENAME COLUMN title TO heading');

    const response = await api.inject({ method: 'GET', url: '/api/tickets/1' });
    await api.database.query('ALTER TABLE tickets RENAME COLUMN heading TO title');

    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({
      type: '/problems/internal',
      title: 'Internal error',
      status: 500,
      detail: 'An unexpected error occurred. The log has the details, under the request id',
      instance: '/api/tickets/1',
      request_id: response.headers['x-request-id'],
    });
  });
});
