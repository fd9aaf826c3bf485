import { ndjson, sendFile, storedTickets } from '../../../testing/import-requests';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ImportResultDto } from './import-result.dto';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(async () => {
  await api.database.query('DELETE FROM tickets');
  await api.database.query('DELETE FROM requesters');
});
afterAll(() => api.close());

const DEFAULTS = 'default_category=general&default_priority=medium&default_description=title';

async function importFile(type: 'text/csv' | 'application/x-ndjson', file: string, query = '') {
  const response = await sendFile(api, type, file, `?${DEFAULTS}&${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<ImportResultDto>();
}
const importCsv = (file: string, query?: string) => importFile('text/csv', file, query);

/** The titles of all tickets, with the email addresses of their requesters. */
const requestersOfTickets = () =>
  api.database.query<{ title: string; email: string | null; name: string | null }[]>(
    'SELECT title, email, name FROM tickets LEFT JOIN requesters ON requesters.id = requester_id ORDER BY tickets.id',
  );
const requesters = () =>
  api.database.query<{ email: string; name: string | null }[]>('SELECT email, name FROM requesters ORDER BY email');

describe('the requesters of an import', () => {
  const ADA = { email: 'ada@example.com', name: 'Ada Brandt' };

  it('are created once, and found by their addresses', async () => {
    await api.database.query(
      `INSERT INTO requesters (email, name) VALUES ('bo@example.com', 'Bo'), ('cy@example.com', NULL)`,
    );

    const result = await importCsv(
      'Subject,Requester,Requester email\n' +
        'A,Ada Brandt,ADA@example.com\nB,,ada@example.com\nC,Bo Marsh,bo@example.com\nD,Cy Diaz,cy@example.com\nE,,\n',
    );

    expect(result).toMatchObject({
      imported: 5,
      rejected: 0,
      reading: { left_out: { requester: 0, assignee: 0, team: 0, tags: 0 } },
    });
    expect(await requestersOfTickets()).toEqual([
      { title: 'A', ...ADA },
      { title: 'B', ...ADA },
      { title: 'C', email: 'bo@example.com', name: 'Bo' },
      { title: 'D', email: 'cy@example.com', name: 'Cy Diaz' },
      { title: 'E', email: null, name: null },
    ]);
    expect(await requesters()).toHaveLength(3);
  });

  it('are left out and counted if they have no address, and refused if it is wrong', async () => {
    const file = 'Subject,Reporter\nA,ada\nB,Ada <ada@example>\nC,Ada Brandt <ada@example.com>\n';

    const [checked, result] = [await importCsv(file, 'check=true'), await importCsv(file)];

    const errors = [
      { line: 3, errors: [{ pointer: '/requester', detail: textContaining('must be an email address') }] },
    ];
    expect(checked).toMatchObject({
      errors,
      reading: { left_out: { requester: 1 } },
      check: { importable: 2, tickets: [{ title: 'A' }, { title: 'C', requester: ADA }] },
    });
    expect(result).toMatchObject({ imported: 2, rejected: 1, errors, reading: { left_out: { requester: 1 } } });
    expect(await requestersOfTickets()).toMatchObject([
      { title: 'A', email: null },
      { title: 'C', email: ADA.email },
    ]);
    expect(await importCsv(file, 'map=requester=-')).toMatchObject({ imported: 3, rejected: 0 });
  });

  it('say nothing about a file that uses the names of the API, as its own list has them', async () => {
    const rows = ndjson({ requester: { id: 7, ...ADA }, tags: ['b', 'a'] }, { requester_email: 'bo@example.com' });

    expect(await importFile('application/x-ndjson', rows)).toEqual({ imported: 2, rejected: 0, errors: [] });
    expect(await requestersOfTickets()).toMatchObject([ADA, { email: 'bo@example.com', name: null }]);
    expect(await storedTickets(api)).toMatchObject([{ tags: ['a', 'b'] }, { tags: [] }]);
  });

  it('stay as they are when the file is imported again, and none is created for a row that is rejected', async () => {
    const file = 'ID,Subject,Requester\n1,A,Ada Brandt <ada@example.com>\n';
    await importCsv(file);

    const again = await importCsv(`${file}2,,bo@example.com\n`.replace('Ada Brandt', 'Another Name'));

    expect(again).toMatchObject({ imported: 0, already_imported: 1, rejected: 1 });
    expect(await requesters()).toEqual([ADA]);
  });

  it('are not created if their tickets are not', async () => {
    const error = await api.database
      .query('CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION $m$ no $m$; END $$')
      .then(() => api.database.query('CREATE TRIGGER refuse BEFORE INSERT ON tickets EXECUTE FUNCTION refuse()'))
      .then(() => sendFile(api, 'text/csv', 'Subject,Requester\nA,ada@example.com\n', `?${DEFAULTS}`))
      .finally(() => api.database.query('DROP TRIGGER refuse ON tickets; DROP FUNCTION refuse()'));

    expect(error.statusCode).toBe(500);
    expect(await requesters()).toEqual([]);
  });

  it('are created once by imports and filings at the same time, in any order', async () => {
    const emails = Array.from({ length: 700 }, (_, index) => `person-${index}@example.com`);
    const file = (order: readonly string[]) => `Subject,Requester\n${order.map((email) => `A,${email}\n`).join('')}`;
    const fileTicket = (email: string) =>
      api.inject({
        method: 'POST',
        url: '/api/tickets/',
        payload: {
          title: 'A',
          description: 'B',
          category: 'general',
          priority: 'low',
          requester: { email, name: 'X' },
        },
      });

    const [results, filings] = await Promise.all([
      Promise.all([emails, emails.toReversed(), emails].map((order) => importCsv(file(order)))),
      Promise.all(emails.filter((_, index) => index % 50 === 0).map(fileTicket)),
    ]);

    expect(results.map(({ imported }) => imported)).toEqual([700, 700, 700]);
    expect(filings.map(({ statusCode }) => statusCode)).toEqual(Array(14).fill(201));
    expect(await requesters()).toHaveLength(700);
    const [{ counts }] = await api.database.query<[{ counts: string[] }]>(
      'SELECT array_agg(DISTINCT n) AS counts FROM (SELECT count(*)::int AS n FROM tickets GROUP BY requester_id) AS each',
    );
    expect(counts).toEqual([3, 4]);
  });

  it('use no ids for those who are known', async () => {
    const rows = 'A,ada@example.com\n'.repeat(600);
    await importCsv(`Subject,Requester\n${rows}`);
    await importCsv(`Subject,Requester\n${rows}A,bo@example.com\n`);

    const [ada, bo] = await api.database.query<{ id: number }[]>('SELECT id FROM requesters ORDER BY id');

    expect((bo?.id ?? 0) - (ada?.id ?? 0)).toBe(1);
  });
});

describe('the tags of an import', () => {
  it('come from a text, a list, or many columns', async () => {
    await importCsv('Subject,Labels,Labels,Labels\nA,bug,,UI\nB,,,\n');
    await importCsv('Subject,Tags\nC,"good first issue, Bug"\nD,good first issue\n');
    await importCsv('Subject,Tags\nE,web vip\n');
    await importFile('application/x-ndjson', ndjson({ tag_1: 'x', tag_2: 'y' }, { labels: [{ name: 'z' }] }));

    expect((await storedTickets(api)).map(({ tags }) => (tags as string[]).join(' '))).toEqual([
      'bug ui',
      '',
      'bug good-first-issue',
      'good-first-issue',
      'vip web',
      'x y',
      'z',
    ]);
  });

  it('are left out and counted past the tenth, and if they are too long', async () => {
    const file = `Subject;Tags\nA;a,b,c,d,e,f,g,h,i,j,k\nB;${'x'.repeat(41)},ok\nC;ok\n`;

    const result = await importCsv(file);

    expect(result).toMatchObject({
      imported: 3,
      reading: { left_out: { requester: 0, assignee: 0, team: 0, tags: 2 } },
    });
    expect((await storedTickets(api)).map(({ tags }) => (tags as string[]).length)).toEqual([10, 1, 1]);
  });

  it('are those of the caller, or none', async () => {
    const file = 'Subject,Tags,Area\nA,x,y\n';
    await importCsv(file, 'map=tags=Area');
    await importCsv(file, 'map=tags=-');

    expect(await storedTickets(api)).toMatchObject([{ tags: ['y'] }, { tags: [] }]);
  });
});
