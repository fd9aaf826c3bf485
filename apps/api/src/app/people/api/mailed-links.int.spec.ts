import { eventually } from '@docket/testing';
import { type MailServer, startMailServer } from '../../../testing/mail-server';
import { PASSWORD, PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { CreatedLinkDto } from './link.dto';

const NEW_PASSWORD = 'seven herons over the harbour';

let server: MailServer;
let api: TestApp;
let admin: TestPerson;
beforeAll(async () => {
  server = await startMailServer();
  const settings = { MAIL_FROM: 'docket@desk.example', SMTP_URL: `smtp://127.0.0.1:${server.port}` };
  api = await startTestApp({ PUBLIC_URL, ...settings });
  admin = await aPerson(api.database, { role: 'admin' });
});
afterAll(async () => {
  await api.close();
  await server.close();
});

const createLink = async ({ id }: TestPerson, query = '?mail=true'): Promise<CreatedLinkDto> =>
  (
    await api.inject({
      method: 'POST',
      url: `/api/users/${id}/link${query}`,
      headers: { ...SAME_SITE, cookie: admin.cookie },
    })
  ).json();
const useLink = (token: string, password?: string) =>
  api.inject({ method: 'POST', url: '/api/auth/link', payload: { token, password }, headers: SAME_SITE });

/** The text of the mails to a person. */
const mailsTo = ({ email }: TestPerson): string[] =>
  server.mails.filter(({ to }) => to[0] === email).map(({ source }) => source.replace(/=\r\n/g, ''));
const tokenIn = (mail = ''): string => /set-password#([\w-]{43})/.exec(mail)?.[1] ?? '';

it('mails an invitation, whose link only the person has', async () => {
  const person = await aPerson(api.database, { state: 'invited' });

  const created = await createLink(person);

  expect(created).toEqual({ is_mailed: true, expires_at: created.expires_at });
  const [mail] = mailsTo(person);
  expect(mail).toContain('has invited you');
  expect((await useLink(tokenIn(mail), NEW_PASSWORD)).statusCode).toBe(204);
});

it('mails a link for a new password, and says afterwards that it was changed', async () => {
  const person = await aPerson(api.database);

  await createLink(person);
  await useLink(tokenIn(mailsTo(person)[0]), NEW_PASSWORD);

  const mails = await eventually(() => mailsTo(person).length === 2 && mailsTo(person));
  expect(mails[1]).toContain('was changed');
});

it('tells a person that they changed their password', async () => {
  const person = await aPerson(api.database);

  const changed = await api.inject({
    method: 'PUT',
    url: '/api/me/password',
    payload: { current: PASSWORD, new: NEW_PASSWORD },
    headers: { ...SAME_SITE, cookie: person.cookie },
  });

  expect(changed.statusCode).toBe(204);
  expect(await eventually(() => mailsTo(person)[0])).toContain('was changed');
});

it('shows the link if nobody asks for a mail', async () => {
  const person = await aPerson(api.database, { state: 'invited' });

  expect(await createLink(person, '')).toMatchObject({ is_mailed: false, url: expect.stringContaining('#') as string });
  expect(mailsTo(person)).toEqual([]);
});

it('shows the link if the mail server is away, and records the failure', async () => {
  const unreachable = await startTestApp({
    PUBLIC_URL,
    MAIL_FROM: 'docket@desk.example',
    SMTP_URL: 'smtp://127.0.0.1:1',
  });
  try {
    const { cookie } = await aPerson(unreachable.database, { role: 'admin' });
    const { id } = await aPerson(unreachable.database, { state: 'invited' });

    const created = await unreachable.inject({
      method: 'POST',
      url: `/api/users/${id}/link?mail=true`,
      headers: { ...SAME_SITE, cookie },
    });

    expect(created.json()).toMatchObject({ is_mailed: false, url: expect.stringContaining('#') as string });
    const events = await unreachable.database.query<unknown[]>(
      'SELECT event FROM security_events WHERE user_id = $1 ORDER BY id',
      [id],
    );
    expect(events).toEqual([{ event: 'link_created' }, { event: 'mail_failed' }]);
  } finally {
    await unreachable.close();
  }
});
