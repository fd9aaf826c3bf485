import { eventually } from '@docket/testing';
import { type MailServer, startMailServer } from '../../../testing/mail-server';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { hashOf } from '../sessions/secret-token';

const MAIL_FROM = 'Docket <docket@desk.example>';

let server: MailServer;
let api: TestApp;
beforeAll(async () => {
  server = await startMailServer();
  api = await startTestApp({ PUBLIC_URL, MAIL_FROM, SMTP_URL: `smtp://127.0.0.1:${server.port}` });
});
afterAll(async () => {
  await api.close();
  await server.close();
});

let addresses = 0;
/** Another address of the network for each test, so that their requests do not count together. */
let remoteAddress: string;
beforeEach(() => (remoteAddress = `192.0.2.${++addresses}`));

const ask = (email: string, headers: Record<string, string> = SAME_SITE) =>
  api.inject({ method: 'POST', url: '/api/auth/reset', payload: { email }, headers, remoteAddress });

const mailsTo = (email: string) => server.mails.filter(({ to }) => to[0] === email);
const linksOf = ({ id }: TestPerson) =>
  api.database.query<{ kind: string; token_hash: Buffer; hours: number }[]>(
    `SELECT kind, token_hash, extract(epoch FROM expires_at - created_at)::int / 3600 AS hours FROM one_time_links WHERE user_id = $1`,
    [id],
  );

it('mails a link that works for an hour, of which the database knows only the hash', async () => {
  const person = await aPerson(api.database);

  const response = await ask(person.email.toUpperCase());

  expect([response.statusCode, response.body]).toEqual([202, '']);
  const mail = await eventually(() => mailsTo(person.email)[0]);
  const token = /http:\/\/desk\.lan:3000\/set-password#([\w-]{43})/.exec(mail.source.replace(/=\r\n/g, ''))?.[1] ?? '';
  expect(await linksOf(person)).toEqual([{ kind: 'reset', token_hash: hashOf(token), hours: 1 }]);
  const events = await api.database.query<unknown[]>('SELECT event, details FROM security_events WHERE user_id = $1', [
    person.id,
  ]);
  expect(events).toEqual([{ event: 'reset_requested', details: null }]);
});

it('replaces the link that was mailed before, and not the one of an administrator', async () => {
  const person = await aPerson(api.database);
  const admin = await aPerson(api.database, { role: 'admin' });
  const headers = { ...SAME_SITE, cookie: admin.cookie };
  await api.inject({ method: 'POST', url: `/api/users/${person.id}/link`, headers });

  for (const count of [1, 2]) {
    await ask(person.email);
    await eventually(() => mailsTo(person.email).length === count);
  }

  expect((await linksOf(person)).map(({ hours }) => hours).sort()).toEqual([1, 24]);
});

it('mails nothing to someone whom the identity provider manages', async () => {
  const [managed, known] = [await aPerson(api.database), await aPerson(api.database)];
  await api.database.query(`UPDATE users SET managed_by = 'oidc' WHERE id = $1`, [managed.id]);

  for (const { email } of [managed, known]) expect((await ask(email)).statusCode).toBe(202);

  await eventually(() => mailsTo(known.email).length > 0); // asked for last
  expect(await linksOf(managed)).toEqual([]);
});

it.each([
  ['a deactivated person', { state: 'deactivated' }],
  ['an invited person', { state: 'invited' }],
] as const)('answers alike for %s, and mails nothing', async (_who, options) => {
  const person = await aPerson(api.database, options);
  const known = await aPerson(api.database);

  const responses = [await ask(person.email), await ask('nobody@desk.example'), await ask(known.email)];

  const shown = responses.map(({ statusCode, body, headers }) => ({ statusCode, body, headers: Object.keys(headers) }));
  expect(shown[0]).toEqual(shown[2]);
  expect(shown[1]).toEqual(shown[2]);
  await eventually(() => mailsTo(known.email).length > 0); // asked for last
  expect(mailsTo(person.email)).toEqual([]);
  expect(await linksOf(person)).toEqual([]);
});

it('answers before the work begins that depends on the address', async () => {
  const person = await aPerson(api.database);

  await ask(person.email);

  expect(mailsTo(person.email)).toEqual([]);
  await eventually(() => mailsTo(person.email).length > 0);
});

it('accepts 3 requests an hour for an address, known or not', async () => {
  for (const email of ['many@desk.example', (await aPerson(api.database)).email]) {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      remoteAddress = `198.51.100.${++addresses}`;
      statuses.push((await ask(email)).statusCode);
    }
    expect(statuses).toEqual([202, 202, 202, 429]);
  }
});

it('accepts 5 requests an hour from one network', async () => {
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 6; attempt++) statuses.push((await ask(`person${attempt}@other.example`)).statusCode);

  expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
});

it('refuses other sites, and texts that are no address', async () => {
  expect((await ask('priya@desk.example', { host: SAME_SITE.host, origin: 'https://evil.example' })).statusCode).toBe(
    403,
  );
  expect((await ask('priya')).statusCode).toBe(400);
  expect((await ask('priya@desk.example\r\nBcc: eve@desk.example')).statusCode).toBe(400);
});

it('says that links can be mailed', async () => {
  expect((await api.inject({ method: 'GET', url: '/api/session' })).json()).toMatchObject({ can_reset: true });
});

it('records that a mail was not sent', async () => {
  const broken = await startTestApp({ PUBLIC_URL, MAIL_FROM, SMTP_URL: 'smtp://127.0.0.1:9' });
  try {
    const { id, email } = await aPerson(broken.database);

    await broken.inject({ method: 'POST', url: '/api/auth/reset', payload: { email }, headers: SAME_SITE });

    const failures = () =>
      broken.database.query<unknown[]>(
        `SELECT details FROM security_events WHERE user_id = $1 AND event = 'mail_failed'`,
        [id],
      );
    await eventually(async () => (await failures()).length > 0);
    expect(await failures()).toEqual([
      { details: { kind: 'reset', reason: expect.stringContaining('did not take it') as unknown } },
    ]);
  } finally {
    await broken.close();
  }
});

it('does not exist without a mail server', async () => {
  const silent = await startTestApp({ PUBLIC_URL });
  try {
    const payload = { email: 'priya@desk.example' };
    const response = await silent.inject({ method: 'POST', url: '/api/auth/reset', payload, headers: SAME_SITE });

    expect(response.statusCode).toBe(404);
    expect((await silent.inject({ method: 'GET', url: '/api/session' })).json()).toMatchObject({ can_reset: false });
  } finally {
    await silent.close();
  }
});
