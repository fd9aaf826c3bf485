import { sendFile } from '../../../testing/import-requests';
import { PUBLIC_URL, SAME_SITE, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ImportResultDto } from '../import/import-result.dto';

// An export as CSV that another Docket imports.

let from: TestApp;
let to: TestApp;
beforeAll(async () => {
  [from, to] = [await startTestApp(), await startTestApp()];
  for (const { database } of [from, to]) {
    await database.query(
      `INSERT INTO teams (name, name_key) VALUES ('Identity, Access', 'identity, access'), ('"IT"', '"it"')`,
    );
    await database.query(`
      INSERT INTO requesters (email, name)
      VALUES ('nora@example.com', 'Nora "N" Lind'), ('bo@example.com', NULL), ('ü@example.com', '=Ü')`);
  }
});
afterAll(() => Promise.all([from.close(), to.close()]));

/** Texts that spreadsheets, importers or HTML readers change. */
const TEXTS = [
  'plain',
  ' leading and trailing \n',
  '"quoted"',
  'a, b; c\td|e',
  'line one\nline two\r\nline three\rline four\n\n',
  '=1+1',
  '="007"',
  '="a"&"b"',
  "'apostrophe",
  '@sum(A1)',
  '+49 30 1234',
  '-',
  '---',
  'null',
  'N/A',
  '\\N',
  '<p>Hello <b>there</b></p><br>&amp; more &nbsp; text',
  '&lt;script&gt;',
  '007',
  '1,5',
  'ünïcödé 漢字 עברית العربية 👩‍👩‍👧',
  '\u00a0non-breaking\u2028separator\u2029',
  '\uFEFFmark',
  '""',
  '",\r\n"',
  '\u0001\u001f control \u007f',
  'e\u0301 decomposed, é composed',
  '-----,-----',
  'id,external_id,title',
  '{"_docket":{"rows":1}}',
];

/** A ticket without an external id gets one that names its origin. */
const COMPARED = (externalId: string) => `
  SELECT title, description, category, priority, status, tickets.created_at, tags, ${externalId} AS external_id, requester.email, requester.name, team.name AS team
  FROM tickets LEFT JOIN requesters AS requester ON requester.id = requester_id LEFT JOIN teams AS team ON team.id = team_id
  ORDER BY tickets.id`;

it('is the same again, every character of every field that an import has', async () => {
  const texts = [...TEXTS, 'x'.repeat(100_000), ...TEXTS.map((text) => `${text}${text}`)];
  await from.database.query(
    `INSERT INTO tickets (title, description, category, priority, status, created_at, external_id, requester_id, team_id, tags)
     SELECT coalesce(nullif(trim(both E' \\n\\r\\t\\u00a0\\u2028\\u2029\\uFEFF' FROM left(text, 200)), ''), 'x'), text,
       (ARRAY['billing', 'technical', 'account', 'general'])[1 + n % 4], (ARRAY['low', 'medium', 'high', 'critical'])[1 + n % 4],
       (ARRAY['open', 'in_progress', 'resolved', 'closed'])[1 + n % 4], timestamptz '2026-03-01 09:30:00.123Z' + n * interval '1001 ms',
       CASE WHEN n % 2 = 0 THEN 'ZD-' || n END, CASE WHEN n % 5 < 3 THEN 1 + n % 5 END, CASE WHEN n % 3 < 2 THEN 1 + n % 3 END,
       CASE WHEN n % 4 = 0 THEN ARRAY['größe', 'vip'] WHEN n % 4 = 1 THEN ARRAY['mfa'] ELSE '{}'::text[] END
     FROM unnest($1::text[]) WITH ORDINALITY AS given (text, ordinality), LATERAL (SELECT ordinality::int AS n) AS numbered`,
    [texts],
  );
  const file = await from.inject({ method: 'GET', url: '/api/export?format=csv' });

  const response = await sendFile(to, 'text/csv', file.rawPayload);

  const result = response.json<ImportResultDto>();
  expect([result.imported, result.rejected, result.errors]).toEqual([texts.length, 0, []]);
  expect(await to.database.query(COMPARED('external_id'))).toEqual(
    await from.database.query(
      COMPARED("coalesce(external_id, 'docket-' || tickets.id || to_char(tickets.created_at, '-YYYYMMDDHH24MISSMS'))"),
    ),
  );
  const again = (await sendFile(to, 'text/csv', file.rawPayload)).json<ImportResultDto>();
  expect([again.imported, again.already_imported]).toEqual([0, texts.length]);
  const lines = await from.inject({ method: 'GET', url: '/api/export' });
  const asLines = (await sendFile(to, 'application/x-ndjson', lines.rawPayload)).json<ImportResultDto>();
  expect([asLines.imported, asLines.already_imported]).toEqual([0, texts.length]);
});

it('finds assignees by their names', async () => {
  const [source, target] = [await startTestApp({ PUBLIC_URL }), await startTestApp({ PUBLIC_URL })];
  try {
    for (const { database } of [source, target]) {
      await database.query(
        `INSERT INTO users (name, email, role, state) VALUES ('Ana Ruiz', 'ana@desk.example', 'agent', 'active'), ('Ben, "B" Okafor', 'ben@desk.example', 'agent', 'active')`,
      );
    }
    const [admin, other] = [
      await aPerson(source.database, { role: 'admin' }),
      await aPerson(target.database, { role: 'admin' }),
    ];
    await source.database.query(`
      INSERT INTO tickets (title, description, category, priority, assignee_id)
      SELECT name, 'Text', 'general', 'low', id FROM users WHERE name <> 'Person'`);
    const { rawPayload } = await source.inject({
      method: 'GET',
      url: '/api/export?format=csv',
      headers: { ...SAME_SITE, cookie: admin.cookie },
    });

    const response = await target.inject({
      method: 'POST',
      url: '/api/tickets/import',
      headers: { ...SAME_SITE, cookie: other.cookie, 'content-type': 'text/csv' },
      payload: rawPayload,
    });

    expect(response.json()).toMatchObject({ imported: 2, rejected: 0 });
    expect(
      await target.database.query(
        'SELECT title, name FROM tickets JOIN users ON users.id = assignee_id ORDER BY tickets.id',
      ),
    ).toEqual([
      { title: 'Ana Ruiz', name: 'Ana Ruiz' },
      { title: 'Ben, "B" Okafor', name: 'Ben, "B" Okafor' },
    ]);
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
});
