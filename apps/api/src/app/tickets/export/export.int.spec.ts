import { createHash } from 'node:crypto';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { withoutTriggers } from '../../../testing/without-triggers';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { Ticket } from '../model/ticket.entity';
import { TicketWriter } from '../write/ticket-writer';
import { type ExportedTicketDto, toExportedTicketDto } from './exported-ticket.dto';
import { PresentTickets } from './present-tickets';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

const exportFile = (query = '') => api.inject({ method: 'GET', url: `/api/export?${query}` });

async function exportTickets(query = ''): Promise<ExportedTicketDto[]> {
  const response = await exportFile(query);
  expect(response.statusCode).toBe(200);
  return response.body
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as ExportedTicketDto);
}
const idsOf = (tickets: readonly { readonly id: number }[]) => tickets.map(({ id }) => id);

/** Tickets with every value of each property, tags, and texts that searches distinguish. */
async function fill(count: number): Promise<void> {
  await api.database.query(
    `INSERT INTO tickets (title, description, category, priority, status, created_at, tags)
     SELECT 'Ticket ' || n, CASE WHEN n % 7 = 0 THEN 'The PRINTER jams' ELSE 'Text' END,
       (ARRAY['billing', 'technical', 'account', 'general'])[1 + n % 4], (ARRAY['low', 'medium', 'high', 'critical'])[1 + n % 3],
       (ARRAY['open', 'in_progress', 'closed'])[1 + n % 3], timestamptz '2026-03-01Z' + n * interval '1 minute',
       CASE WHEN n % 5 = 0 THEN ARRAY['vip'] ELSE '{}'::text[] END
     FROM generate_series(1, $1::int) AS n`,
    [count],
  );
}

describe('GET /api/export as NDJSON', () => {
  beforeEach(() => api.database.query('TRUNCATE tickets RESTART IDENTITY CASCADE'));

  it('has all tickets by id with all fields, and ends with their number and checksum', async () => {
    const writer = api.app.get(TicketWriter);
    await writer.createMany(LOCAL_ACTOR, [
      { title: 'A', description: 'a\r\nb', category: 'billing', priority: 'low', externalId: 'ZD-1', tags: ['mfa'] },
    ]);
    await fill(2500);
    await api.database.query('DELETE FROM tickets WHERE id % 3 = 0');

    const response = await exportFile();

    expect(response.headers).toMatchObject({
      'content-type': 'application/x-ndjson',
      'content-disposition': `attachment; filename="docket-tickets-${new Date().toISOString().slice(0, 10)}.ndjson"`,
      'x-accel-buffering': 'no',
    });
    const lines = response.body.split('\n');
    expect(lines.pop()).toBe('');
    const last = JSON.parse(lines.pop() ?? '') as unknown;
    const text = lines.map((line) => `${line}\n`).join('');
    expect(last).toEqual({ _docket: { rows: lines.length, sha256: createHash('sha256').update(text).digest('hex') } });
    const tickets = lines.map((line) => JSON.parse(line) as ExportedTicketDto);
    const stored = await api.database.query<{ id: number }[]>('SELECT id FROM tickets ORDER BY id');
    expect(idsOf(tickets)).toEqual(idsOf(stored));
    const [first] = (await api.inject({ method: 'GET', url: '/api/tickets/?ids=1' })).json<object[]>();
    expect(tickets[0]).toEqual({ ...first, external_id: 'ZD-1' });
    expect(tickets[1]).not.toHaveProperty('external_id');
  });

  it('has the same lines as the API would write, with any text, and requesters with and without a name', async () => {
    const texts = [
      'quotes " and \\ backslashes \\n \\u0041',
      'tab\tbell\u0007 escape\u001b[31m delete\u007f next line\u0085 separators\u2028\u2029',
      'emoji 🖨️👩‍👩‍👧 RTL \u202eمرحبا Ä ß 漢字 </script>',
      'a\r\nb\n\nc',
    ];
    await api.app.get(TicketWriter).createMany(
      LOCAL_ACTOR,
      texts.flatMap((text, index) => [
        { title: 'Of nobody', description: text, category: 'billing', priority: 'low' },
        {
          title: 'Of somebody',
          description: text,
          category: 'general',
          priority: 'high',
          externalId: `"${index}"`,
          tags: ['mfa', 'vip'],
        },
      ]),
    );
    const name = `'Nora "N" \\ Ünal'`;
    for (const sql of [
      `INSERT INTO requesters (email, name) VALUES ('named@example.com', ${name}), ('nameless@example.com', NULL)`,
      `INSERT INTO teams (name, name_key) VALUES (${name}, 'nora')`,
      `UPDATE tickets SET requester_id = 1 + id % 2 WHERE id % 4 > 1`,
      `UPDATE tickets SET team_id = 1 WHERE id % 3 = 0`,
    ])
      await api.database.query(sql);
    const stored = await api.app.get(PresentTickets).read(Array.from({ length: 8 }, (_, index) => index + 1));

    const lines = (await exportFile()).body.split('\n').slice(0, -2);

    expect(lines).toHaveLength(8);
    expect(lines).toEqual([...stored.values()].map((ticket) => JSON.stringify(toExportedTicketDto(ticket))));
  });

  it('is complete without a ticket', async () => {
    const empty = createHash('sha256').digest('hex');

    expect((await exportFile()).body).toBe(`{"_docket":{"rows":0,"sha256":"${empty}"}}\n`);
  });

  it('resumes after an id', async () => {
    await fill(1500);

    expect(idsOf(await exportTickets('after=1490'))).toEqual([
      1491, 1492, 1493, 1494, 1495, 1496, 1497, 1498, 1499, 1500,
    ]);
    expect(await exportTickets('after=2147483647')).toEqual([]);
  });

  it('has long texts in small batches', async () => {
    await withoutTriggers(
      api.database,
      `INSERT INTO tickets (title, description, category, priority)
       SELECT 'Long', CASE WHEN n % 5 = 4 THEN 'short' ELSE repeat('ü', 100000) END, 'general', 'low' FROM generate_series(0, 12) AS n`,
    );

    expect((await exportTickets()).map(({ description }) => description.length)).toEqual(
      Array.from({ length: 13 }, (_, n) => (n % 5 === 4 ? 5 : 100_000)),
    );
  });

  it('goes over gaps between ids', async () => {
    await fill(3);
    await api.database.query('UPDATE tickets SET id = 2000000000 + id WHERE id > 1');

    expect(idsOf(await exportTickets())).toEqual([1, 2_000_000_002, 2_000_000_003]);
    expect(idsOf(await exportTickets('q=created:>=2026-03-01'))).toEqual([1, 2_000_000_002, 2_000_000_003]);
  });
});

describe('an export with a query', () => {
  beforeAll(async () => {
    await api.database.query('TRUNCATE tickets RESTART IDENTITY CASCADE');
    for (let n = 0; n < 6; n++) await fill(1050);
  });

  it.each([
    'status:open',
    'printer',
    'printer -status:closed',
    '"the printer jams" priority:high,low category:billing',
    'tag:vip created:2026-03-02..2026-03-03',
    '-tag:vip team:none',
    '#77',
    'ticket 77',
    'nothing-has-this',
  ])('has the tickets that the list has for %s', async (q) => {
    const listed: number[] = [];
    let url: string | undefined = `/api/tickets/?limit=200&q=${encodeURIComponent(q)}`;
    while (url) {
      const page = await api.inject({ method: 'GET', url });
      listed.push(...idsOf(page.json()));
      url = /<([^<>]*)>; rel="next"/.exec(String(page.headers['link']))?.[1];
    }

    const exported = idsOf(await exportTickets(`q=${encodeURIComponent(q)}`));

    expect(exported).toEqual(listed.sort((one, other) => one - other));
  });
});

it('marks CSV for spreadsheets as UTF-8, and its formulas as texts', async () => {
  await api.database.query('TRUNCATE tickets RESTART IDENTITY CASCADE');
  await api.database
    .getRepository(Ticket)
    .insert({ title: '=1+1', description: '-2', category: 'general', priority: 'low' });

  const forExcel = await exportFile('format=csv&safe=excel');
  const plain = await exportFile('format=csv');

  expect(forExcel.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(forExcel.body).toMatch(/^\uFEFFid,external_id,title/);
  expect(forExcel.body).toContain(`\r\n1,,'=1+1,'-2,general,`);
  expect(plain.body).toMatch(/^id,external_id,title/);
  expect(plain.body).toContain(`\r\n1,,=1+1,-2,general,`);
});

it.each([
  ['format=xml', 'format'],
  ['after=-1', 'after'],
  ['safe=word', 'safe'],
  ['q=status:nothing', 'q'],
  ['limit=5', 'limit'],
])('rejects %s', async (query, parameter) => {
  const response = await exportFile(query);

  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ errors: [{ parameter }] });
});

it('is recorded in the audit log; HEAD exports nothing', async () => {
  const events = () =>
    api.database.query<unknown[]>(
      `SELECT details, actor_id FROM security_events WHERE event = 'tickets_exported' ORDER BY id`,
    );
  const before = (await events()).length;

  const head = await api.inject({ method: 'HEAD', url: '/api/export?format=csv' });
  await exportFile('format=csv&q=status:open&after=4');
  await exportFile('q=status:nothing');

  expect([head.statusCode, head.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(head.headers).not.toHaveProperty('content-length'); // as in the response to GET
  expect((await events()).slice(before)).toEqual([
    { details: { format: 'csv', filtered: true, after: 4 }, actor_id: null },
  ]);
});
