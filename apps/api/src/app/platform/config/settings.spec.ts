import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidSettingsError, SETTING_NAMES, readSettings } from './read-settings';
import { Settings } from './settings';

describe('readSettings', () => {
  it('has a default for every setting that is not optional', () => {
    expect(readSettings({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DEMO_TICKETS: true, LOG_LEVEL: 'info' });
  });

  it('treats a blank value as unset', () => {
    expect(readSettings({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 });
  });

  it('reports every invalid setting at once', () => {
    const read = () => readSettings({ PORT: 'http', DEMO_TICKETS: 'maybe', DATABASE_URL: 'mysql://localhost' });

    expect(read).toThrow(InvalidSettingsError);
    expect(read).toThrow(/PORT[\s\S]*DEMO_TICKETS|DEMO_TICKETS[\s\S]*PORT/);
    expect(read).toThrow(/DATABASE_URL/);
  });

  it.each(['DEMO_TICKETS', 'PUBLIC_FORM', 'OIDC_LINK_BY_EMAIL', 'PASSWORD_SIGN_IN'])(
    'takes true and false for %s',
    (name) => {
      expect(() => readSettings({ [name]: 'yes' })).toThrow(new InvalidSettingsError(`${name} must be true or false`));
    },
  );

  it('checks that a value is a number before it checks the range', () => {
    expect(() => readSettings({ PORT: 'http' })).toThrow(/^PORT must be an integer number$/);
  });

  it('splits hosts into a lower-case list', () => {
    expect(readSettings({ ALLOWED_HOSTS: 'Desk.example.com, localhost' }).allowedHosts).toEqual([
      'desk.example.com',
      'localhost',
    ]);
    expect(() => readSettings({ ALLOWED_HOSTS: 'https://desk.example.com' })).toThrow(/ALLOWED_HOSTS/);
  });

  it('allows the host of PUBLIC_URL, beside the loopback names or the listed ones', () => {
    const PUBLIC_URL = 'https://Desk.example.com:8443';

    expect(readSettings({ PUBLIC_URL }).allowedHosts).toEqual([
      'localhost',
      '127.0.0.1',
      '[::1]',
      '::1',
      'desk.example.com',
    ]);
    expect(readSettings({ PUBLIC_URL, ALLOWED_HOSTS: 'other' }).allowedHosts).toEqual(['other', 'desk.example.com']);
    expect(readSettings({ PUBLIC_URL, HOST: '0.0.0.0' }).allowedHosts).toBeUndefined();
  });

  it.each([{ PUBLIC_URL: 'desk.example.com' }, { PUBLIC_URL: 'ftp://desk.example.com' }, { ACCESS: 'closed' }])(
    'rejects %j',
    (environment) => expect(() => readSettings(environment)).toThrow(Object.keys(environment)[0]),
  );

  it.each([
    'https://desk.example.com/docket',
    'https://desk.example.com//',
    'https://desk.example.com?desk=1',
    'https://desk.example.com/#tickets',
    'https://priya:secret@desk.example.com',
  ])('rejects the PUBLIC_URL %s, of which it would use the origin only', (PUBLIC_URL) => {
    expect(() => readSettings({ PUBLIC_URL })).toThrow(
      new InvalidSettingsError(
        'PUBLIC_URL must be an address like https://desk.example.com, without a path, a query, a fragment or a user',
      ),
    );
  });

  it.each(['https://desk.example.com/', 'http://desk.lan:3000', 'http://[::1]:3000/', 'HTTPS://Desk.example.com'])(
    'accepts the PUBLIC_URL %s',
    (PUBLIC_URL) => expect(readSettings({ PUBLIC_URL }).publicUrl?.href).toBe(new URL(PUBLIC_URL).href),
  );

  it.each(['AIza\u2013typographic-dash', 'AIza with a space', 'AIza\u00a0no-break', 'AIzaключ'])(
    'rejects a key that is not a valid header value, without quoting it: %s',
    (key) => {
      const read = () => readSettings({ GEMINI_API_KEY: key });

      expect(read).toThrow(/GEMINI_API_KEY/);
      expect(read).not.toThrow(key);
    },
  );

  it('accepts and trims keys with any prefix', () => {
    expect(readSettings({ GEMINI_API_KEY: ' AQ.Ab8-_x\n' })).toMatchObject({ GEMINI_API_KEY: 'AQ.Ab8-_x' });
  });

  it('rejects a model name that would change the path', () => {
    expect(() => readSettings({ GEMINI_MODEL: '../../v1/x?y' })).toThrow(/GEMINI_MODEL/);
  });

  it.each(['mysql://localhost/docket', 'postgres://user:pa/ss@host/docket', 'docket'])(
    'rejects the database URL %s without quoting it',
    (url) => {
      const read = () => readSettings({ DATABASE_URL: url });

      expect(read).toThrow(/^DATABASE_URL must be /);
      expect(read).not.toThrow(url);
    },
  );

  it('refuses a replica without a server, and one of several hosts', () => {
    const replica = 'postgres://docket:secret@replica:5432/docket';
    const read = (url: string, DATABASE_URL?: string) => () =>
      readSettings({ DATABASE_REPLICA_URL: url, DATABASE_URL });

    expect(read(replica)).toThrow('DATABASE_REPLICA_URL needs DATABASE_URL');
    expect(read(replica.replace(':5432', ',other'), replica)).toThrow(/^DATABASE_REPLICA_URL must name one host$/);
    expect(read(`${replica}?target_session_attrs=read-write`, replica)).toThrow('must not have target_session_attrs');
    expect(read(replica, replica)()).toMatchObject({ DATABASE_REPLICA_URL: replica });
  });

  it('takes a direct address only beside that of a pooler', () => {
    const DATABASE_DIRECT_URL = 'postgres://docket:secret@db:5432/docket';
    const pooler = { DATABASE_URL: 'postgres://docket:secret@pooler:6432/docket', DATABASE_POOLER: 'transaction' };
    const read = (environment: object) => () => readSettings({ DATABASE_DIRECT_URL, ...environment });

    expect(read({ DATABASE_POOLER: 'transaction' })).toThrow('DATABASE_DIRECT_URL needs DATABASE_URL');
    expect(read({ ...pooler, DATABASE_POOLER: 'none' })).toThrow('needs DATABASE_POOLER=transaction; without a pooler');
    expect(read({ ...pooler, DATABASE_DIRECT_URL: 'db:5432' })).toThrow(/^DATABASE_DIRECT_URL must be like postgres:/);
    expect(read(pooler)()).toMatchObject({ ...pooler, DATABASE_DIRECT_URL });
  });

  it('leaves migrations to a command with a server only', () => {
    const DATABASE_URL = 'postgres://docket:secret@db:5432/docket';

    expect(() => readSettings({ MIGRATE: 'off' })).toThrow(/^MIGRATE=off needs DATABASE_URL/);
    expect(() => readSettings({ MIGRATE: 'no', DATABASE_URL })).toThrow(/^MIGRATE must be one of/);
    expect(readSettings({ MIGRATE: 'off', DATABASE_URL })).toMatchObject({ MIGRATE: 'off' });
  });

  it('makes nightly backups on both forms, but not through a pooler', () => {
    const server = { BACKUP_AT: '03:00', DATABASE_URL: 'postgres://docket:secret@db:5432/docket' };
    const pooler = { ...server, DATABASE_POOLER: 'transaction' };

    expect(readSettings({ BACKUP_AT: '03:00' }).BACKUP_AT).toBe('03:00');
    expect(readSettings(server).BACKUP_AT).toBe('03:00');
    expect(() => readSettings(pooler)).toThrow(/^BACKUP_AT needs DATABASE_DIRECT_URL/);
    expect(readSettings({ ...pooler, DATABASE_DIRECT_URL: server.DATABASE_URL }).BACKUP_AT).toBe('03:00');
  });

  it('have a budget only with the price of the model that is called', () => {
    const budget = { CLASSIFY_MONTHLY_BUDGET: '20', GEMINI_API_KEY: 'key', GEMINI_MODEL: 'flash' };

    for (const MODEL_PRICES of ['', 'flash-lite=0.10/0.40', 'gemini/flash=0.10/0.40']) {
      expect(() => readSettings({ ...budget, MODEL_PRICES })).toThrow(
        /^CLASSIFY_MONTHLY_BUDGET needs the price of flash in MODEL_PRICES/,
      );
    }
    expect(readSettings({ ...budget, MODEL_PRICES: 'flash-lite=1/2, flash=0.10/0.40' })).toMatchObject({
      callLimits: { microsPerMonth: 20_000_000 },
    });
    expect(readSettings({ ...budget, CLASSIFIER: 'local' }).CLASSIFY_MONTHLY_BUDGET).toBe(20); // no call
    expect(readSettings({ ...budget, GEMINI_API_KEY: undefined }).CLASSIFY_MONTHLY_BUDGET).toBe(20);
  });

  describe('of the mail server', () => {
    const MAIL = { PUBLIC_URL: 'https://desk.example.com', MAIL_FROM: 'Docket <docket@desk.example.com>' };

    it('have a login, a port and a sender', () => {
      const { smtp } = readSettings({ ...MAIL, SMTP_URL: 'smtps://desk:p%40ss%2F@mail.example.com' });

      expect(smtp).toEqual({
        host: 'mail.example.com',
        port: 465,
        isSecure: true,
        requiresTls: true,
        login: { user: 'desk', pass: 'p@ss/' },
        from: { name: 'Docket', address: 'docket@desk.example.com' },
      });
      expect(readSettings({}).smtp).toBeUndefined();
    });

    it.each([
      'mail.desk.example',
      'https://mail.example.com',
      'smtp://mail.example.com/path',
      'smtp://mail.example.com?tls=off',
      'smtp://desk@mail.example.com',
      'smtp://desk:100%@mail.example.com',
      'smtp://desk:pa/ss@mail.example.com',
    ])('reject the URL %s without quoting it', (url) => {
      const read = () => readSettings({ ...MAIL, SMTP_URL: url });

      expect(read).toThrow(/^SMTP_URL must be like smtp:/);
      expect(read).not.toThrow(url);
    });

    it('need a sender and an address for links', () => {
      const SMTP_URL = 'smtp://mail.example.com';

      expect(() => readSettings({ ...MAIL, SMTP_URL, MAIL_FROM: '' })).toThrow('SMTP_URL needs MAIL_FROM');
      expect(() => readSettings({ ...MAIL, SMTP_URL, PUBLIC_URL: '' })).toThrow('SMTP_URL needs PUBLIC_URL');
    });

    it.each([
      'Docket',
      'Docket <docket>',
      'Docket <a@desk.example>, <b@desk.example>',
      'a@desk.example\nBcc: b@desk.example',
    ])('reject the sender %j', (MAIL_FROM) =>
      expect(() => readSettings({ ...MAIL, MAIL_FROM })).toThrow(/^MAIL_FROM must be like/),
    );
  });

  it('splits countries into a list and rejects unknown ones', () => {
    expect(readSettings({ PHONE_COUNTRIES: 'de, AT' }).phoneCountries).toEqual(['DE', 'AT']);
    expect(readSettings({}).phoneCountries).toEqual([]);
    for (const wrong of ['Germany', 'DE;AT', 'DE,', 'ZZ'])
      expect(() => readSettings({ PHONE_COUNTRIES: wrong })).toThrow(/PHONE_COUNTRIES/);
  });

  it('splits origins into a list and rejects other URLs', () => {
    const origins = 'https://desk.example.com, http://localhost:4200';

    expect(readSettings({ CORS_ORIGINS: origins }).allowedOrigins).toEqual(origins.split(', '));
    expect(readSettings({}).allowedOrigins).toEqual([]);
    for (const wrong of ['*', 'desk.example.com', 'https://desk.example.com/app'])
      expect(() => readSettings({ CORS_ORIGINS: wrong })).toThrow(/CORS_ORIGINS/);
  });
});

describe('TRUSTED_PROXIES', () => {
  it.each(['10.0.0.7', '10.0.0.0/8, fd00::/8', 'loopback,UniqueLocal', '::ffff:10.0.0.7'])('takes %s', (proxies) => {
    const { trustedProxies } = readSettings({ TRUSTED_PROXIES: proxies });

    expect(trustedProxies).toEqual(proxies.toLowerCase().split(/, ?/));
  });

  it.each(['0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0', '300.0.0.1', 'loopback, 10.0.0.0/0', 'abc', 'desk.lan'])(
    'rejects %s in a sentence that names the setting',
    (proxies) => expect(() => readSettings({ TRUSTED_PROXIES: proxies })).toThrow(/^TRUSTED_PROXIES must be [^\n]+$/),
  );
});

describe('single sign-on', () => {
  const OIDC = {
    OIDC_ISSUER: 'https://sso.example.com/realms/desk',
    OIDC_CLIENT_ID: 'docket',
    OIDC_CLIENT_SECRET: 'secret',
    PUBLIC_URL: 'https://desk.example.com',
  };

  it('is off without an issuer', () => {
    expect(readSettings({}).oidc).toBeUndefined();
  });

  it('reads roles by group, whose names may contain an equals sign', () => {
    const { oidc } = readSettings({ ...OIDC, OIDC_ROLES: 'support=agent, cn=desk admins=admin' });

    expect([...(oidc?.roles ?? [])]).toEqual([
      ['support', 'agent'],
      ['cn=desk admins', 'admin'],
    ]);
  });

  it.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'])('needs %s', (name) => {
    expect(() => readSettings({ ...OIDC, [name]: undefined })).toThrow(/^OIDC_ISSUER needs .*OIDC_CLIENT_SECRET/);
  });

  it.each([
    'http://localhost:8080/realms/desk',
    'http://127.0.0.1:4000',
    'https://login.microsoftonline.com/8f3c/v2.0',
  ])('accepts the issuer %s', (issuer) =>
    expect(readSettings({ ...OIDC, OIDC_ISSUER: issuer }).oidc?.issuer.href).toContain(issuer),
  );

  it.each([
    'accounts.acme.example',
    'http://accounts.acme.example',
    'http://localhost.example.com',
    'https://sso.example.com/?realm=desk',
    'https://sso.example.com/#desk',
    'https://user:password@sso.example.com',
    'https://login.microsoftonline.com/common/v2.0',
    'https://login.microsoftonline.com/organizations/v2.0',
  ])('refuses the issuer %s without quoting it', (issuer) => {
    const read = () => readSettings({ ...OIDC, OIDC_ISSUER: issuer });

    expect(read).toThrow(/^OIDC_ISSUER must be /);
    expect(read).not.toThrow(issuer);
  });

  it.each([
    { OIDC_ROLES: 'support' },
    { OIDC_ROLES: 'support=boss' },
    { OIDC_ROLES: '=admin' },
    { OIDC_DEFAULT_ROLE: 'admin' },
    { OIDC_SCOPES: 'profile email' },
    { OIDC_NAME: 'x'.repeat(51) },
    { OIDC_LINK_BY_EMAIL: 'maybe' },
  ])('rejects %j', (settings) =>
    expect(() => readSettings({ ...OIDC, ...settings })).toThrow(Object.keys(settings)[0]),
  );

  it('is needed to turn passwords off', () => {
    expect(() => readSettings({ PASSWORD_SIGN_IN: 'false' })).toThrow(/^PASSWORD_SIGN_IN=false needs OIDC_ISSUER/);
    expect(readSettings({ ...OIDC, PASSWORD_SIGN_IN: 'false' })).toMatchObject({ PASSWORD_SIGN_IN: false });
  });
});

describe('.env.example', () => {
  const example = readFileSync(join(__dirname, '../../../../../../.env.example'), 'utf8');
  const listed = new Map([...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, key, value]) => [key, value]));

  it.each(SETTING_NAMES)('lists %s with its default', (key) => {
    expect(listed.get(key)).toBe(String((new Settings()[key] as string | number | boolean | undefined) ?? ''));
  });
});
