import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_SORTS, TICKET_STATUSES } from '@docket/domain';
import fc from 'fast-check';
import { aTicket } from '../../../testing/a-ticket';
import { PUBLIC_URL, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';

/** Number of random queries. DOCKET_ORACLE_RUNS sets a higher number than a full test run has time for: 5,000 take 15 minutes. */
const RUNS = Number(process.env['DOCKET_ORACLE_RUNS'] ?? 200);

const TICKETS = 400;
const WORDS = ['refund', 'card', 'Printer', 'straße', 'mailbox full', '4711'];
const TAGS = ['refund', 'mfa', 'vip', 'q4-wave'];
const PEOPLE = ['Ana Ruiz', 'ben', 'Me, Myself'];
const TEAM_NAMES = ['Identity', 'none'];
const PERIODS = ['2025', '2026', '2027', '2026-09', '2026-10', '2026-11'];
const EMAILS = ['nora@example.com', 'jo@example.org'];

let api: TestApp;
let me: TestPerson;
let people: number[];
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  me = await aPerson(api.database);
  const insert = async (sql: string, values: readonly unknown[]) =>
    (await api.database.query<{ id: number }[]>(sql, [values])).map(({ id }) => id);
  people = await insert(
    `INSERT INTO users (name, email, role, state, password_hash) SELECT name, md5(name) || '@desk.example', 'agent', 'active', 'x' FROM unnest($1::text[]) AS name RETURNING id`,
    PEOPLE,
  );
  const teams = await insert(
    'INSERT INTO teams (name, name_key) SELECT name, lower(name) FROM unnest($1::text[]) AS name RETURNING id',
    TEAM_NAMES,
  );
  const requesters = await insert('INSERT INTO requesters (email) SELECT unnest($1::text[]) RETURNING id', EMAILS);
  const pick = random(7);
  await api.database.getRepository(Ticket).insert(
    Array.from({ length: TICKETS }, () =>
      aTicket({
        title: pick(WORDS),
        description: pick(WORDS),
        category: pick(TICKET_CATEGORIES),
        priority: pick(TICKET_PRIORITIES),
        status: pick(TICKET_STATUSES),
        assigneeId: pick([null, me.id, ...people]),
        teamId: pick([null, ...teams]),
        requesterId: pick([null, ...requesters]),
        tags: TAGS.filter(() => pick([true, false, false])).sort(),
        createdAt: new Date(
          Date.UTC(2026, 9, pick([28, 29, 30, 31, 32, 33]), pick([0, 23]), pick([0, 59]), 0, pick([0, 999])),
        ),
      }),
    ),
  );
  // Without indexes, and with nothing of the API but the folding of texts.
  await api.database.query(`
    CREATE TABLE plain_tickets AS SELECT ticket.*, users.name AS person, teams.name AS team, requesters.email,
      ticket_folded_text(title || ' | ' || description) AS text, to_char(ticket.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
    FROM tickets AS ticket LEFT JOIN users ON users.id = assignee_id LEFT JOIN teams ON teams.id = team_id
      LEFT JOIN requesters ON requesters.id = requester_id`);
});
afterAll(() => api.close());

/** A reproducible choice. */
function random(seed: number): <T>(options: readonly T[]) => T {
  let state = seed;
  return <T>(options: readonly T[]) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return options[(state >> 8) % options.length] as T;
  };
}

/** A part of a query, and its meaning. */
interface Part {
  readonly text: string;
  readonly sql: string;
}

const literal = (text: string) => `'${text.replace(/'/g, "''")}'`;
const oneOf = (...parts: readonly Part[]) => fc.constantFrom(...parts);
const part = (text: string, sql: string): Part => ({ text, sql });

/** One to three values of a key, negated or not. */
function filter(key: string, value: fc.Arbitrary<Part>): fc.Arbitrary<Part> {
  return fc
    .record({ values: fc.array(value, { minLength: 1, maxLength: 3 }), isNegated: fc.boolean() })
    .map(({ values, isNegated }) => {
      const any = values.map(({ sql }) => sql).join(' OR ');
      const text = `${key}:${values.map((each) => each.text).join(',')}`;
      return isNegated ? part(`-${text}`, `COALESCE(${any}, false) IS FALSE`) : part(text, `(${any})`);
    });
}

const values = (column: string, options: readonly string[]) =>
  oneOf(...options.map((option) => part(option, `${column} = ${literal(option)}`)));
/** Compares the days as texts, as far as the month or the year is written. */
const isIn = (period: string, operator: string) => `left(day, ${period.length}) ${operator} ${literal(period)}`;
/** The kinds of parts, each of any meaning. */
const kinds = (): fc.Arbitrary<Part>[] => [
  oneOf(
    part('refund', `text LIKE '%refund%'`),
    part('CARD', `text LIKE '%card%'`),
    part('STRASSE', `text LIKE '%strasse%'`),
    part('"mailbox FULL"', `text LIKE '%mailbox full%'`),
    part('full', `text LIKE '%full%'`),
    part('"team:none"', 'false'),
  ),
  filter('status', values('status', TICKET_STATUSES)),
  filter('Priority', values('priority', TICKET_PRIORITIES)),
  filter('CATEGORY', values('category', TICKET_CATEGORIES)),
  filter(
    'assignee',
    oneOf(
      part('me', `assignee_id = ${me.id}`),
      part('none', 'assignee_id IS NULL'),
      part('"ana  ruiz"', `person = 'Ana Ruiz'`),
      part('BEN', `person = 'ben'`),
      part('"Me, Myself"', `person = 'Me, Myself'`),
      part(String(people[1]), `person = 'ben'`),
      part('2000000000', 'false'),
    ),
  ),
  filter(
    'team',
    oneOf(part('identity', `team = 'Identity'`), part('none', 'team_id IS NULL'), part('"none"', `team = 'none'`)),
  ),
  filter('tag', oneOf(...[...TAGS, 'nowhere'].map((tag) => part(tag.toUpperCase(), `${literal(tag)} = ANY(tags)`)))),
  filter('requester', values('email', EMAILS)),
  fc
    .record({ operator: fc.constantFrom('', '>=', '<=', '>', '<'), day: fc.integer({ min: 28, max: 31 }) })
    .map(({ operator, day }) => part(`created:${operator}2026-10-${day}`, `day ${operator || '='} '2026-10-${day}'`)),
  fc
    .record({ operator: fc.constantFrom('', '>=', '<=', '>', '<'), period: fc.constantFrom(...PERIODS) })
    .map(({ operator, period }) => part(`created:${operator}${period}`, isIn(period, operator || '='))),
  oneOf(
    part('created:2026-10-29..2026-11-01', `day BETWEEN '2026-10-29' AND '2026-11-01'`),
    part('created:2026-10-30..2026-11', `${isIn('2026-10-30', '>=')} AND ${isIn('2026-11', '<=')}`),
    part('created:2026..2026-10', `${isIn('2026', '>=')} AND ${isIn('2026-10', '<=')}`),
  ),
];

/** Parts of a few kinds only, so that keys often repeat. */
const parts = (): fc.Arbitrary<Part[]> =>
  fc
    .subarray(kinds(), { minLength: 1, maxLength: 3 })
    .chain((some) => fc.array(fc.oneof(...some), { minLength: 1, maxLength: 4 }));

const read = async (url: string) => {
  const response = await api.inject({ method: 'GET', url, headers: { host: 'desk.lan:3000', cookie: me.cookie } });
  expect(response.statusCode).toBe(200);
  const links = String(response.headers.link ?? '');
  return {
    ids: response.json<{ id: number }[]>().map(({ id }) => id),
    total: Number(response.headers['x-total-count']),
    next: /<([^<>]*)>; rel="next"/.exec(links)?.[1],
    prev: /<([^<>]*)>; rel="prev"/.exec(links)?.[1],
  };
};

it('finds what a plain reading of the query finds, in each order, over all pages and back', async () => {
  const query = fc.record({
    parts: parts(),
    sort: fc.constantFrom(...TICKET_SORTS),
    limit: fc.constantFrom(15, 50, 200),
  });
  await fc.assert(
    fc.asyncProperty(query, async ({ parts: chosen, sort, limit }) => {
      const direction = sort === 'oldest' ? 'ASC' : 'DESC';
      const first = sort === 'priority' ? `array_position('{critical,high,medium,low}', priority),` : '';
      const wanted = await api.database.query<{ id: number }[]>(
        `SELECT id FROM plain_tickets WHERE ${chosen.map(({ sql }) => sql).join(' AND ')}
         ORDER BY ${first} created_at ${direction}, id ${direction}`,
      );
      const q = encodeURIComponent(chosen.map(({ text }) => text).join(' '));

      const found: number[] = [];
      let page = await read(`/api/tickets/?q=${q}&sort=${sort}&limit=${limit}`);
      for (;;) {
        found.push(...page.ids);
        expect(page.total).toBe(wanted.length);
        if (!page.next) break;
        const { ids } = page;
        page = await read(page.next);
        expect((await read(page.prev ?? '')).ids).toEqual(ids);
      }

      expect(found).toEqual(wanted.map(({ id }) => id));
    }),
    { numRuns: RUNS },
  );
}, 3_600_000);
