import { anyNumber } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

const VALID = { title: 'Cannot sign in', description: 'No code arrives', category: 'account', priority: 'high' };

const post = (payload: object | string) =>
  api.inject({
    method: 'POST',
    url: '/api/tickets/',
    headers: { 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

const errorsOf = async (payload: object | string): Promise<Record<string, string>> => {
  const response = await post(payload);
  expect(response.statusCode).toBe(400);
  const { errors } = response.json<{ errors: { pointer: string; detail: string }[] }>();
  return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer, detail]));
};

describe('POST /api/tickets/', () => {
  it('stores a ticket and responds with it, its URL and its ETag', async () => {
    const response = await post(VALID);

    const ticket = response.json<{ id: number; created_at: string; updated_at: string }>();
    expect(response.statusCode).toBe(201);
    expect(ticket).toEqual({
      ...VALID,
      id: anyNumber(),
      status: 'open',
      created_at: ticket.created_at,
      updated_at: ticket.created_at,
    });
    expect(ticket.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(response.headers).toMatchObject({ location: `/api/tickets/${ticket.id}/`, etag: `"${ticket.id}-1"` });
    expect(await api.database.getRepository(Ticket).findOneBy({ id: ticket.id })).toMatchObject(VALID);
  });

  it.each(['//api/tickets', '/api//tickets//'])('accepts %s, as a wrongly joined address has it', async (url) => {
    const response = await api.inject({ method: 'POST', url, payload: VALID });

    expect(response.statusCode).toBe(201);
  });

  it('accepts the path without a trailing slash, without a redirect', async () => {
    const response = await api.inject({ method: 'POST', url: '/api/tickets', payload: VALID });

    expect(response.statusCode).toBe(201);
  });

  it('accepts a status', async () => {
    const response = await post({ ...VALID, status: 'in_progress' });

    expect(response.json()).toMatchObject({ status: 'in_progress' });
  });

  it('trims the title and stores the description exactly as sent', async () => {
    const response = await post({ ...VALID, title: ' \t Twice \u3000', description: '  one\r\n\r\n two \n' });

    expect(response.json()).toMatchObject({ title: 'Twice', description: '  one\r\n\r\n two \n' });
  });

  it.each([
    ['right-to-left text', 'لا أستطيع تسجيل الدخول إلى حسابي', 'שלום, החיוב כפול \u200f!'],
    ['multi-code-point emoji', '👩‍👩‍👧‍👦'.repeat(28), '🏳️‍🌈 and 🇪🇺'],
    ['markup', '<script>alert(1)</script>', '<img src=x onerror=alert(1)> & "quotes" \\ backslash'],
    ['a mark at the start of the description', 'Mark', '\ufeffmark'],
    ['SQL', "'; DROP TABLE tickets; --", '$1 :name @p %s'],
    ['200 emoji', '🔥'.repeat(200), 'on fire'],
  ])('stores %s unchanged', async (_case, title, description) => {
    const response = await post({ ...VALID, title, description });
    const read = await api.inject({ method: 'GET', url: String(response.headers.location) });

    expect(read.json()).toMatchObject({ title, description });
  });

  it('accepts a description of 100,000 escaped four-byte characters, and rejects a longer one', async () => {
    const escaped = '\\ud83d\\udd25'.repeat(100_000);
    const withDescription = (text: string) =>
      `{"title":"Long","category":"general","priority":"low","description":"${text}"}`;

    const response = await post(withDescription(escaped));
    const tooLong = await errorsOf(withDescription(`${escaped}x`));

    expect(response.statusCode).toBe(201);
    expect([...response.json<{ description: string }>().description]).toHaveLength(100_000);
    expect(tooLong).toEqual({ '/description': 'must be at most 100,000 characters' });
  });

  it('reports every invalid field at once', async () => {
    const errors = await errorsOf({ title: ' ', description: 7, category: 'sales', status: null, colour: 'red' });

    expect(errors).toEqual({
      '/title': 'must not be blank',
      '/description': 'must be a text',
      '/category': 'must be one of billing, technical, account, general',
      '/priority': 'is required',
      '/status': 'must be one of open, in_progress, resolved, closed',
      '/colour': 'is not known here',
    });
  });

  it.each(['title', 'description', 'category', 'priority', 'status'])('rejects null as %s', async (field) => {
    expect(Object.keys(await errorsOf({ ...VALID, [field]: null }))).toEqual([`/${field}`]);
  });

  it.each([
    ['201 characters', 'x'.repeat(201), 'must be at most 200 characters'],
    ['201 emoji', '🔥'.repeat(201), 'must be at most 200 characters'],
    ['zero-width characters', '\u200b\u2060\ufeff\u00ad', 'must not be blank'],
    ['Unicode spaces', '\u00a0\u2003\u3000', 'must not be blank'],
    ['blank fillers', '\u3164\u2800\u115f', 'must not be blank'],
    ['NUL', 'a\0b', 'must not contain the NUL character'],
    ['a number', 5, 'must be a text'],
    ['a list', ['a'], 'must be a text'],
    ['an object', { a: 1 }, 'must be a text'],
  ])('rejects a title of %s', async (_case, title, detail) => {
    expect(await errorsOf({ ...VALID, title })).toEqual({ '/title': detail });
  });

  it('rejects a lone surrogate and NUL in values, in nested values and names of ignored fields', async () => {
    const half = '\\ud800';
    const body = JSON.stringify(VALID).slice(1, -1).replace('No code', half);

    expect(await errorsOf(`{${body}}`)).toEqual({ '/description': 'must not contain half a surrogate pair' });
    expect(await errorsOf({ ...VALID, id: { deep: ['a\0'] } })).toEqual({
      '/id/deep/0': 'must not contain the NUL character',
    });
    expect(await errorsOf({ ...VALID, id: { 'a\0': 1 } })).toEqual({
      '/id/a\0': 'has a name that must not contain the NUL character',
    });
  });

  it.each(['__proto__', 'constructor', 'toString', 'external_id', 'a/b~c'])(
    'rejects the unknown field %s',
    async (field) => {
      const body = JSON.stringify(VALID).replace('{', `{${JSON.stringify(field)}:{"x":1},`);

      const pointer = `/${field.replace('~', '~0').replace('/', '~1')}`;
      expect(await errorsOf(body)).toEqual({ [pointer]: 'is not known here' });
    },
  );

  it('ignores id, created_at and updated_at, so a client can send back a ticket that it received', async () => {
    const response = await post({ ...VALID, id: 'x', created_at: '1999-01-01', updated_at: null });

    expect(response.statusCode).toBe(201);
    expect(response.json<{ created_at: string }>().created_at).not.toMatch(/^1999/);
  });

  it.each(['[]', '"text"', '7', 'null', 'true'])('rejects the body %s, which is not an object', async (body) => {
    expect(await errorsOf(body)).toEqual({ '': 'must be a JSON object' });
  });

  it('rejects a deeply nested body', async () => {
    const body = `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

    expect(Object.values(await errorsOf(body))).toEqual(['is nested too deeply']);
  });

  it('reports only the first 100 of 5,000 unknown fields', async () => {
    const flood = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, index]));

    expect(Object.keys(await errorsOf(flood))).toHaveLength(100);
  });
});
