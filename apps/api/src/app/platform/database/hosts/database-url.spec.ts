import { parseDatabaseUrl, withoutCredentials } from './database-url';

it('reads one host, and takes it as it is', () => {
  const url = 'postgres://docket:secret@db.example:5433/desk?sslmode=require';

  expect(parseDatabaseUrl(url)).toEqual({ hosts: [{ name: 'db.example:5433', url }], needsWrites: false });
  expect(withoutCredentials(url)).toBe('db.example:5433/desk');
});

it('reads several hosts, with the user, the name and the options for each, and wants the one that accepts changes', () => {
  const url = 'postgresql://docket:s%40cret@one:5432,two,[::1]:5434/desk?sslmode=require';

  const { hosts, needsWrites } = parseDatabaseUrl(url);

  expect(hosts).toEqual([
    { name: 'one:5432', url: 'postgresql://docket:s%40cret@one:5432/desk?sslmode=require' },
    { name: 'two', url: 'postgresql://docket:s%40cret@two/desk?sslmode=require' },
    { name: '[::1]:5434', url: 'postgresql://docket:s%40cret@[::1]:5434/desk?sslmode=require' },
  ]);
  expect(needsWrites).toBe(true);
  expect(withoutCredentials(url)).toBe('one:5432,two,[::1]:5434/desk');
});

it('keeps addresses of a socket, which have no host', () => {
  const url = 'postgres:///desk?host=/run/postgresql';

  expect(parseDatabaseUrl(url).hosts).toEqual([{ name: '', url }]);
});

it.each([
  ['one,two/desk?target_session_attrs=any', false],
  ['one,two/desk?target_session_attrs=read-write', true],
  ['one/desk?target_session_attrs=read-write', true],
])('knows whether only a server that accepts changes will do: %s', (rest, expected) => {
  expect(parseDatabaseUrl(`postgres://${rest}`).needsWrites).toBe(expected);
});

it.each([
  ['mysql://docket:secret@one/desk', /^must be like postgres:/],
  ['postgres://docket:pa/ss@one/desk', /^must be like postgres:/],
  ['postgres://docket:secret@one,/desk', /^must name each of its hosts like host:5432/],
  ['postgres://docket:secret@one:5432,two:port/desk', /^must name each of its hosts/],
  ['postgres:///desk?host=one,two', /^must name several hosts before its path/],
  ['postgres://docket:secret@one,two/desk?target_session_attrs=standby', /^must have "any" or "read-write"/],
  [`postgres://docket:secret@${'one,'.repeat(8)}nine/desk`, /^must have at most 8 hosts/],
])('rejects %s without quoting it', (url, message) => {
  expect(() => parseDatabaseUrl(url)).toThrow(message);
  expect(() => parseDatabaseUrl(url)).not.toThrow(/secret|docket/);
});
