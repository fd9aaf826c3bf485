import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.database.query(`
    CREATE FUNCTION refuse_row() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'The database goes away' USING ERRCODE = '57P01'; END $$`);
});
afterAll(() => api.close());
beforeEach(() => api.database.query('TRUNCATE tickets, idempotency_keys CASCADE'));

const row = (number: number, fields = {}) =>
  JSON.stringify({ title: `Row ${number}`, description: 'Text', category: 'account', priority: 'high', ...fields });
const rows = (count: number, fields = {}) => Array.from({ length: count }, (_, index) => row(index, fields)).join('\n');

const upload = (payload: string, key = 'a', query = '') =>
  api.inject({
    method: 'POST',
    url: `/api/tickets/import/${query}`,
    headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': key },
    payload,
  });

const LOW = '?default_priority=low';

const titles = async () => {
  const stored = await api.database.query<{ title: string }[]>('SELECT title FROM tickets ORDER BY id');
  return stored.map(({ title }) => title);
};

/** Uploads a file, and makes the database fail at a row. */
const uploadUntil = async (title: string, payload: string, query?: string) => {
  await api.database.query(
    `CREATE TRIGGER refuse_row BEFORE INSERT ON tickets FOR EACH ROW WHEN (NEW.title = '${title}') EXECUTE FUNCTION refuse_row()`,
  );
  try {
    return await upload(payload, 'a', query);
  } finally {
    await api.database.query('DROP TRIGGER refuse_row ON tickets');
  }
};

describe('an upload with the key of an earlier one', () => {
  it('goes on after the rows that are stored, and its result counts them', async () => {
    const file = `${rows(600, { priority: 'soon' })}\n{"title":""}\n`;
    const broken = await uploadUntil('Row 555', file, LOW);
    expect(broken.statusCode).toBe(503);
    expect(await titles()).toHaveLength(500);

    const again = await upload(file, 'a', LOW);

    expect(again.json()).toMatchObject({ imported: 600, rejected: 1, reading: { defaulted: { priority: 600 } } });
    expect(again.headers['x-defaulted-priority-count']).toBe('600');
    expect(await titles()).toEqual(Array.from({ length: 600 }, (_, number) => `Row ${number}`));
  });

  it('stores nothing after the first one has ended, and has the same result', async () => {
    const first = await upload(rows(300));
    const again = await upload(rows(300));

    expect(again.json()).toEqual(first.json());
    expect([first, again].map(({ headers }) => headers['idempotent-replayed'])).toEqual([undefined, 'true']);
    expect(await titles()).toHaveLength(300);
  });

  it('names the rows again whose external id belongs to another ticket', async () => {
    await upload(row(0, { external_id: 'X-1' }), 'before');
    const file = [row(1, { external_id: 'X-1', title: 'Another' }), ...rows(600).split('\n')].join('\n');
    const broken = await uploadUntil('Row 555', file);
    const again = await upload(file);

    expect(broken.statusCode).toBe(503);
    expect(again.json()).toMatchObject({ imported: 600, rejected: 1, errors: [{ line: 1 }] });
  });

  it.each([
    ['a row changed', row(0, { title: 'Another' }) + '\n' + rows(300).split('\n').slice(1).join('\n')],
    ['rows more', rows(301)],
    ['rows fewer', rows(299)],
  ])('is refused with %s', async (_, file) => {
    await upload(rows(300));
    const other = await upload(file);

    expect([other.statusCode, other.json<{ type: string }>().type]).toEqual([422, '/problems/idempotency-key-reused']);
    expect(await titles()).toHaveLength(300);
  });

  it('is refused with other options', async () => {
    await upload(rows(10));

    expect((await upload(rows(10), 'a', '?default_priority=low')).statusCode).toBe(422);
  });

  it('is refused for a key that filed a ticket', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'a' };
    await api.inject({ method: 'POST', url: '/api/tickets/', headers, payload: row(0) });

    expect((await upload(rows(10))).statusCode).toBe(422);
  });
});

it('stores each row once if equal uploads run at the same time', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => upload(rows(700))));

  expect(answers.map(({ statusCode }) => statusCode).filter((status) => status !== 200 && status !== 409)).toEqual([]);
  expect((await upload(rows(700))).json()).toMatchObject({ imported: 700 });
  expect(await titles()).toHaveLength(700);
});

it('does not keep a check', async () => {
  await upload(rows(10), 'a', '?check=true');

  expect(await api.database.query('SELECT FROM idempotency_keys')).toEqual([]);
});
