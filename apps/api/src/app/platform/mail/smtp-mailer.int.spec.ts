import { type MailServer, startMailServer } from '../../../testing/mail-server';
import { toSmtpServer } from '../config/smtp-server';
import { SmtpMailer } from './smtp-mailer';

const FROM = 'Docket <docket@desk.example>';
const MAIL = { to: { name: 'Priya Nair', address: 'priya@desk.example' }, subject: 'Hello', text: 'One line.\n' };

const mailerFor = (port: number, login = '') => new SmtpMailer(toSmtpServer(`smtp://${login}127.0.0.1:${port}`, FROM));

describe('a mail server', () => {
  let server: MailServer;
  beforeEach(async () => (server = await startMailServer()));
  afterEach(() => server.close());

  it('gets the mail with its sender, recipient and text', async () => {
    await mailerFor(server.port).send(MAIL);

    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: 'docket@desk.example', to: ['priya@desk.example'] });
    expect(mail?.source).toContain('From: Docket <docket@desk.example>');
    expect(mail?.source).toContain('To: Priya Nair <priya@desk.example>');
    expect(mail?.source).toContain('Content-Type: text/plain');
    expect(mail?.source).toContain('Auto-Submitted: auto-generated');
    expect(mail?.source).toContain('One line.');
  });

  it.each([
    ['a name', { ...MAIL, to: { ...MAIL.to, name: 'Eve\r\nBcc: victim@desk.example\r\n\r\nGotcha' } }],
    ['a subject', { ...MAIL, subject: 'Hello\r\nBcc: victim@desk.example\r\n\r\nGotcha' }],
    ['a line separator in a name', { ...MAIL, to: { ...MAIL.to, name: 'Eve\u2028Bcc: victim@desk.example' } }],
    ['a name with another address', { ...MAIL, to: { ...MAIL.to, name: 'Eve" <victim@desk.example>, "' } }],
  ])('gets no more headers and recipients by %s', async (_what, mail) => {
    await mailerFor(server.port).send(mail);

    expect(server.mails.map(({ to }) => to)).toEqual([['priya@desk.example']]);
    const [headers = ''] = server.mails[0]?.source.split('\r\n\r\n') ?? [];
    expect(headers).not.toMatch(/^Bcc:/im);
    expect(headers.match(/^To:/gim)).toHaveLength(1);
  });

  it.each(['priya@desk.example\r\nRCPT TO:<victim@desk.example>', 'priya@desk.example>\r\nDATA', ''])(
    'gets nothing for the address %j',
    async (address) => {
      await expect(mailerFor(server.port).send({ ...MAIL, to: { name: '', address } })).rejects.toThrow(
        'not a mail address',
      );

      expect(server.mails).toEqual([]);
    },
  );

  it('gets many mails at once', async () => {
    const mailer = mailerFor(server.port);

    await Promise.all(Array.from({ length: 5 }, () => mailer.send(MAIL)));

    expect(server.mails).toHaveLength(5);
  });

  it('gets the mails that are being sent when Docket stops', async () => {
    const mailer = mailerFor(server.port);

    const sending = mailer.send(MAIL);
    await mailer.beforeApplicationShutdown();

    expect(server.mails).toHaveLength(1);
    await sending;
  });

  it('gets no more mails than may wait', async () => {
    const slow = await startMailServer({ onConnect: () => undefined }); // never greets
    const mailer = mailerFor(slow.port);

    const sending = Array.from({ length: 103 }, () => mailer.send(MAIL)); // 2 are sent, 100 wait
    const others = Promise.allSettled(sending);

    await expect(sending.at(-1)).rejects.toThrow('Too many mails wait');
    await slow.close();
    expect((await others).filter(({ status }) => status === 'fulfilled')).toEqual([]);
  });
});

describe('a failure', () => {
  const failureOf = async (mailer: SmtpMailer): Promise<string> => {
    const error: unknown = await mailer.send(MAIL).catch((reason: unknown) => reason);
    return String(error);
  };

  it('says that there is no server', async () => {
    const server = await startMailServer();
    await server.close();

    expect(await failureOf(mailerFor(server.port))).toBe('MailFailure: The mail server did not take it (ESOCKET)');
  });

  it('says that the server refuses the mail, without its words', async () => {
    const server = await startMailServer({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('No such user Priya'), { responseCode: 550 })),
    });

    expect(await failureOf(mailerFor(server.port))).toBe(
      'MailFailure: The mail server did not take it (EENVELOPE, status 550)',
    );
    await server.close();
  });

  it('says that the password is wrong, without it', async () => {
    const server = await startMailServer({
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('no')),
    });

    const failure = await failureOf(mailerFor(server.port, 'desk:s3cret@'));

    expect(failure).toBe('MailFailure: The mail server did not take it (EAUTH, status 535)');
    await server.close();
  });
});

describe('a password', () => {
  it('is not sent without encryption to another machine', () => {
    expect(toSmtpServer('smtp://desk:s3cret@mail.desk.example', FROM)).toMatchObject({ requiresTls: true, port: 587 });
    expect(toSmtpServer('smtp://mail.desk.example:25', FROM)).toMatchObject({ requiresTls: false, port: 25 });
    expect(toSmtpServer('smtps://desk:s3cret@mail.desk.example', FROM)).toMatchObject({ isSecure: true, port: 465 });
  });

  it('is not sent to a server that does not encrypt, if TLS is required', async () => {
    const attempts: unknown[] = [];
    const server = await startMailServer({
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) => {
        attempts.push(auth);
        done(null, { user: 'desk' });
      },
    });
    const mailer = new SmtpMailer({
      ...toSmtpServer(`smtp://desk:s3cret@127.0.0.1:${server.port}`, FROM),
      requiresTls: true,
    });

    await expect(mailer.send(MAIL)).rejects.toThrow('did not take it');

    expect(attempts).toEqual([]);
    await server.close();
  });
});
