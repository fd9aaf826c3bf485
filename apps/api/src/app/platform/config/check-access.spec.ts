import { readSettings } from './read-settings';

const EMBEDDED = {};
const ON_SERVER = { DATABASE_URL: 'postgres://docket@localhost/docket' };
const PUBLIC = { PUBLIC_URL: 'https://desk.example.com' };
const EVERYWHERE = { HOST: '0.0.0.0' };
const OPEN = { ACCESS: 'open' };
const LOOPBACK_NAMES = { ALLOWED_HOSTS: 'localhost, 127.0.0.1' };

describe('the settings let Docket be open', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['with no setting', EMBEDDED, true],
    ['with another port', { PORT: '3141' }, true],
    ['on another loopback address', { HOST: '127.0.0.2' }, true],
    ['on a server', ON_SERVER, false],
    ['with a public address', PUBLIC, false],
    ['on a server with a public address', { ...ON_SERVER, ...PUBLIC }, false],
    ['on all addresses with a public address', { ...EVERYWHERE, ...PUBLIC }, false],
    ['on a server by an explicit setting', { ...ON_SERVER, ...OPEN }, true],
    [
      'on all addresses, for loopback names, by an explicit setting',
      { ...EVERYWHERE, ...OPEN, ...LOOPBACK_NAMES },
      true,
    ],
  ])('%s: %j', (_case, environment, mayBeOpen) => {
    expect(readSettings(environment).mayBeOpen).toBe(mayBeOpen);
  });
});

describe('the start is refused', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['open at a public address', { ...OPEN, ...PUBLIC }, /^ACCESS is open and PUBLIC_URL is set: .* Remove ACCESS/],
    [
      'open on all addresses',
      { ...OPEN, ...EVERYWHERE },
      /^ACCESS is open and HOST is 0\.0\.0\.0.* Set HOST=127\.0\.0\.1/,
    ],
    [
      'open for another name',
      { ...OPEN, ...EVERYWHERE, ALLOWED_HOSTS: 'localhost,desk.lan' },
      /^ACCESS is open and HOST/,
    ],
    [
      'open on an address of the network',
      { ...OPEN, HOST: '192.168.1.7' },
      /^ACCESS is open and HOST is 192\.168\.1\.7/,
    ],
    ['open for no name', { ...OPEN, ...EVERYWHERE, ALLOWED_HOSTS: ' ' }, /^ACCESS is open and HOST/],
    ['on all addresses without a public one', EVERYWHERE, /^HOST is 0\.0\.0\.0.* Set PUBLIC_URL/],
    [
      'on all addresses, for loopback names',
      { ...EVERYWHERE, ...LOOPBACK_NAMES },
      /^HOST is 0\.0\.0\.0.* Set PUBLIC_URL/,
    ],
    ['with a name that only looks local', { HOST: '127.0.0.1.example.com' }, /^HOST is 127\.0\.0\.1\.example\.com/],
    [
      'with a password without an administrator',
      { ADMIN_PASSWORD: 'x' },
      /^ADMIN_PASSWORD makes the first administrator together/,
    ],
    ['with no email address', { ADMIN_EMAIL: 'admin', ADMIN_PASSWORD: 'x' }, /^ADMIN_EMAIL must be an email address$/],
  ])('%s: %j', (_case, environment, message) => {
    expect(() => readSettings(environment)).toThrow(message);
  });

  it('without the password in the message', () => {
    const password = 'green lantern over the quay';

    expect(() => readSettings({ ADMIN_EMAIL: 'admin', ADMIN_PASSWORD: password })).not.toThrow(password);
    expect(() => readSettings({ ADMIN_PASSWORD: password })).not.toThrow(password);
  });
});

it('takes the address of the administrator in one spelling', () => {
  const settings = readSettings({ ADMIN_EMAIL: ' Éva.Nair@Desk.example', ADMIN_PASSWORD: 'green lantern' });

  expect(settings.ADMIN_EMAIL).toBe('éva.nair@desk.example');
});

it('links to this machine without a public address', () => {
  expect(readSettings({ ...ON_SERVER, PORT: '3141' }).siteUrl.href).toBe('http://localhost:3141/');
  expect(readSettings(PUBLIC).siteUrl.href).toBe('https://desk.example.com/');
});

it('serves the loopback address on which it listens', () => {
  expect(readSettings({ HOST: '127.0.0.2' }).allowedHosts).toContain('127.0.0.2');
});
