import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidSettingsError, SETTING_NAMES, Settings, readSettings } from './settings';

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

describe('.env.example', () => {
  const example = readFileSync(join(__dirname, '../../../../../../.env.example'), 'utf8');
  const listed = new Map([...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, key, value]) => [key, value]));

  it.each(SETTING_NAMES)('lists %s with its default', (key) => {
    expect(listed.get(key)).toBe(String(new Settings()[key] ?? ''));
  });
});
