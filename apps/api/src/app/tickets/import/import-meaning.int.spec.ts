import { ndjson, sendFile, storedTickets } from '../../../testing/import-requests';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ProblemDto } from '../../platform/problems/problem.dto';
import type { ImportResultDto } from './import-result.dto';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

const DEFAULTS = 'default_category=general&default_priority=medium';

async function importCsv(file: string, query = ''): Promise<ImportResultDto> {
  const response = await sendFile(api, 'text/csv', file, `?${DEFAULTS}&${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<ImportResultDto>();
}

const SERVICENOW =
  'Number,Opened,Short description,Caller,Priority,State,Category\n' +
  'INC0010001,2024-11-22 09:14:03,VPN drops every hour,Ann,1 - Critical,In Progress,Network\n' +
  'INC0010002,2024-11-23 10:00:00,Wrong amount on the invoice,Ben,4 - Low,Resolved,Inquiry / Help\n' +
  'INC0010003,03/04/2024 10:00,Ambiguous day,Eve,9 - Odd,New,Network\n';

describe('an import of another desk', () => {
  it.each([
    ['Title,Created At (UTC)\nA,2024-03-11 09:22:00\n', '2024-03-11T09:22:00.000Z'],
    ['Title,created_at_utc\nA,2024-03-11 09:22:00\n', '2024-03-11T09:22:00.000Z'],
    ['Title,Created (GMT+5:30)\nA,2024-03-11 09:22:00\n', '2024-03-11T03:52:00.000Z'],
    ['Title,Created (UTC)\nA,2024-03-11T09:22:00+01:00\n', '2024-03-11T08:22:00.000Z'],
    ['Title,Created (America/New_York)\nA,2024-03-11 05:22\n', '2024-03-11T09:22:00.000Z'],
    ['Title,Created (JST)\nA,2024-03-11 18:22\n', '2024-03-11T09:22:00.000Z'],
    ['Title,Created [MSK]\nA,2024-03-11 12:22\n', '2024-03-11T09:22:00.000Z'],
    ['Title,Created\nA,2024-03-11 09:22:00\n', '2024-03-11T08:22:00.000Z'],
    ['Title,Created (CET)\nA,2024-07-11 09:22:00\n', '2024-07-11T07:22:00.000Z'],
    ['Title,Created (PST)\nA,2024-07-11T09:22:00+01:00\n', '2024-07-11T08:22:00.000Z'],
  ])('reads times in the zone that the name of their column says: %j', async (file, created) => {
    await importCsv(file, 'time_zone=Europe/Berlin');

    expect(await storedTickets(api)).toMatchObject([{ created_at: created }]);
  });

  it.each([
    ['PST', '', 'America/Los_Angeles'],
    ['PST', 'time_zone=Europe/Berlin', 'America/Los_Angeles'],
    ['CET', 'time_zone=UTC', 'Europe/Berlin'],
    ['IST', 'time_zone=America/New_York', 'Asia/Kolkata'],
  ])('refuses times in a zone that their column does not make clear: %s, with %j', async (short, query, example) => {
    const result = await importCsv(`Title,Created (${short})\nA,2024-07-11 09:22:00\n`, query);

    const detail = `must have a clear zone: its column has times in ${short}; time_zone must be a zone of ${short}, like ${example}`;
    expect(result).toMatchObject({ imported: 0, errors: [{ errors: [{ pointer: '/created_at', detail }] }] });
  });

  it('needs no time zone for a column that says it', async () => {
    const rows = '[{"title": "A", "description": "B", "createdAtUtc": "2024-03-11 09:22:00"}]';

    expect(await importCsv('Title,Created At (UTC)\nA,2024-03-11 09:22:00\n')).toMatchObject({
      imported: 1,
      rejected: 0,
    });
    expect(await importCsv(rows)).toMatchObject({ imported: 1, rejected: 0 });
  });

  it('understands columns, labels and times, and says how', async () => {
    const result = await importCsv(SERVICENOW, 'time_zone=Europe/Berlin');

    expect(result).toMatchObject({
      imported: 2,
      rejected: 1,
      errors: [{ line: 4, errors: [{ pointer: '/created_at', detail: textContaining('date_order must say it') }] }],
      reading: {
        file: { format: 'csv', encoding: 'utf-8', encoding_guessed: false, separator: ',' },
        columns: [
          { name: 'Number', field: 'external_id', reason: 'synonym' },
          { name: 'Opened', field: 'created_at', reason: 'synonym' },
          { name: 'Short description', field: 'title', reason: 'synonym' },
          { name: 'Caller', field: 'requester', reason: 'synonym' },
          { name: 'Priority', field: 'priority', reason: 'synonym' },
          { name: 'State', field: 'status', reason: 'synonym' },
          { name: 'Category', field: 'category', reason: 'synonym' },
        ],
        defaulted: { category: 0, priority: 0, status: 0, description: 2 },
        left_out: { requester: 2, assignee: 0, team: 0, tags: 0 },
      },
    });
    expect(result.reading?.words).toContainEqual({
      property: 'priority',
      word: '9 - Odd',
      label: 'medium',
      reason: 'default',
      rows: 1,
    });
    expect(await storedTickets(api)).toMatchObject([
      {
        external_id: 'INC0010001',
        title: 'VPN drops every hour',
        description: 'VPN drops every hour',
        category: 'technical',
        priority: 'critical',
        status: 'in_progress',
        created_at: '2024-11-22T08:14:03.000Z',
      },
      { external_id: 'INC0010002', category: 'general', priority: 'low', status: 'resolved' },
    ]);
  });

  it('uses the columns and words that the caller names', async () => {
    const query = new URLSearchParams([
      ['map', 'title=betreffzeile'],
      ['map', 'priority.P9=critical'],
      ['map', 'external_id=-'],
    ]);

    const result = await importCsv('ID,Betreff-Zeile,Title,Prio\n1,real,not this,P9\n', query.toString());

    expect(result).toMatchObject({ imported: 1 });
    expect(await storedTickets(api)).toMatchObject([{ title: 'real', priority: 'critical', external_id: null }]);
  });

  it.each([
    ['a card of Trello', '[{"name": "A", "desc": "B", "closed": true}, {"name": "C", "desc": "D", "closed": false}]'],
    ['a table', 'Title,Description,Closed\nA,B,TRUE\nC,D,FALSE\n'],
  ])('reads the flag that closes %s, and says it', async (_name, file) => {
    const result = await importCsv(file);

    expect((await storedTickets(api)).map(({ status }) => status)).toEqual(['closed', 'open']);
    expect(result.reading?.columns.find(({ field }) => field === 'status')?.name.toLowerCase()).toBe('closed');
  });

  it('reads no flag where a column has the status, or none shall', async () => {
    await importCsv('[{"title": "A", "description": "B", "completed": true, "status": "open"}]');
    await importCsv('Title,Description,Done\nA,B,yes\n', 'map=status=-');
    await importCsv('Title,Description,Closed\nA,B,2024-03-11\n');

    expect((await storedTickets(api)).map(({ status }) => status)).toEqual(['open', 'open', 'open']);
  });

  it('says nothing about a file that uses the names of the API', async () => {
    expect(await importCsv('id,title,description,category,priority,x\n1,a,b,general,low,\n')).toEqual({
      imported: 1,
      rejected: 0,
      errors: [],
    });
  });

  it('understands the names of JSON rows one by one, and takes the best that is filled', async () => {
    const rows = [
      {
        id: 5,
        external_id: null,
        subject: 'a',
        title: null,
        body: 'x',
        priority: 'Urgent',
        status: 'hold',
        type: 'bug',
      },
      { key: 'B-1', summary: 'b', description: 'y', priority: null },
    ];
    const file = rows.map((row) => JSON.stringify(row)).join('\n');

    const response = await sendFile(api, 'application/x-ndjson', file, `?${DEFAULTS}`);

    expect(response.json()).toMatchObject({ imported: 2 });
    expect(await storedTickets(api)).toMatchObject([
      {
        external_id: '5',
        title: 'a',
        description: 'x',
        priority: 'critical',
        status: 'in_progress',
        category: 'technical',
      },
      { external_id: 'B-1', title: 'b', description: 'y', priority: 'medium' },
    ]);
  });

  it.each([
    ['map=Title=x', 'map', 'must start with one of title'],
    ['map=priority.P1=urgent', 'map', 'must end with = and one of'],
    ['map=title=Betreff', 'map', 'must name a column of the file for title: there is no "Betreff"'],
    [Array(101).fill('map=title=Subject').join('&'), 'map', 'must be given at most 100 times'],
    [`map=title=${'x'.repeat(301)}`, 'map', 'must be at most 300 characters'],
    ['time_zone=Mars/Base', 'time_zone', 'must be the name of a time zone'],
    ['date_order=ydm', 'date_order', 'must be one of dmy, mdy, ymd'],
    ['check=yes', 'check', 'must be true or false'],
    ['default_description=x', 'default_description', 'must be one of title'],
  ])('rejects parameters: %#', async (query, parameter, detail) => {
    const response = await sendFile(api, 'text/csv', 'Subject\na\n', `?${query}`);

    expect(response.statusCode).toBe(400);
    expect(response.json<ProblemDto>().errors).toEqual([{ parameter, detail: textContaining(detail) }]);
    expect(await storedTickets(api)).toEqual([]);
  });
});

describe('a check', () => {
  it('stores nothing and shows the first rows as tickets', async () => {
    const result = await importCsv(SERVICENOW, 'time_zone=Europe/Berlin&date_order=dmy&check=true');

    expect(result).toMatchObject({
      imported: 0,
      rejected: 0,
      errors: [],
      check: { rows: 3, importable: 3 },
    });
    expect(result.check?.tickets[2]).toEqual({
      line: 4,
      title: 'Ambiguous day',
      description: 'Ambiguous day',
      category: 'technical',
      priority: 'medium',
      status: 'open',
      created_at: '2024-04-03T08:00:00.000Z',
      external_id: 'INC0010003',
    });
    expect(await storedTickets(api)).toEqual([]);
  });

  it('reads 1,000 rows at most, and says it of a file with our own names too', async () => {
    const response = await sendFile(
      api,
      'application/x-ndjson',
      ndjson(...Array<object>(1500).fill({})),
      '?check=true',
    );

    const { check, reading } = response.json<ImportResultDto>();
    expect(check).toMatchObject({ rows: 1000, importable: 1000 });
    expect(check?.tickets).toHaveLength(20);
    expect(reading?.columns.every(({ reason }) => reason === 'name')).toBe(true);
  });

  it('reports each invalid row of a whole file', async () => {
    expect(await importCsv('Subject,Priority\n,low\nb,low\n,low\n', 'check=true')).toMatchObject({
      rejected: 2,
      errors: [
        { line: 2, errors: [{ pointer: '/title' }] },
        { line: 4, errors: [{ pointer: '/title' }] },
      ],
      check: { rows: 3, importable: 1 },
    });
  });

  it('leaves out the invalid last row of a part, which may be cut off', async () => {
    expect(await importCsv('Subject,Priority\n,low\nb,low\n"cut of', 'check=true&partial=true')).toMatchObject({
      rejected: 1,
      errors: [{ line: 2, errors: [{ pointer: '/title' }] }],
      check: { rows: 2, importable: 1 },
    });
  });
});
