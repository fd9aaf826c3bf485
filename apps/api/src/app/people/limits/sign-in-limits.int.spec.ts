import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import type { LightMyRequestResponse } from 'fastify';
import { PASSWORD, PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type SecondApp, startSecondApp } from '../../../testing/second-app';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { currentContext } from '../../platform/context/work-context';
import { PasswordHasher } from '../passwords/password-hasher';

let api: TestApp;
let other: SecondApp;
let person: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  other = await startSecondApp(api);
});
beforeEach(async () => (person = await aPerson(api.database)));
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await other.close();
  await api.close();
});

interface Guess {
  readonly password?: string;
  readonly email?: string;
  readonly ip?: string;
  readonly cookie?: string;
  readonly from?: Pick<TestApp, 'inject'>;
}

const guess = ({
  password = 'a wrong password',
  email = person.email,
  ip = '203.0.113.7',
  cookie,
  from = api,
}: Guess) =>
  from.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email, password },
    headers: { ...SAME_SITE, ...(cookie && { cookie }) },
    remoteAddress: ip,
  });
const statusOf = async (attempt: Guess): Promise<number> => (await guess(attempt)).statusCode;

/** The cookie by which Docket knows a browser again. */
const deviceOf = ({ headers }: LightMyRequestResponse): string =>
  [headers['set-cookie']]
    .flat()
    .find((cookie) => cookie?.startsWith('docket-device'))
    ?.split(';')[0] ?? '';
/** Signs in with a new browser. */
const newDevice = async (ip = '198.51.100.1'): Promise<string> => deviceOf(await guess({ password: PASSWORD, ip }));

let address = 0;
/** An address that no other guess came from. */
const newAddress = (): string => `10.${++address >> 16}.${(address >> 8) & 255}.${address & 255}`;

const eventsOf = async (userId: number): Promise<string[]> => {
  const rows = await api.database.query<{ event: string }[]>(
    'SELECT event FROM security_events WHERE user_id = $1 ORDER BY id',
    [userId],
  );
  return rows.map(({ event }) => event);
};

it('lets ten of forty guesses at once over two processes reach the check', async () => {
  const checks = [api, other].map(({ app }) => jest.spyOn(app.get(PasswordHasher), 'verify'));

  const responses = await Promise.all(
    Array.from({ length: 40 }, (_, n) => guess({ from: n % 2 ? api : other, ip: '203.0.113.40' })),
  );

  expect(responses.filter(({ statusCode }) => statusCode === 401)).toHaveLength(10);
  expect(responses.filter(({ statusCode }) => statusCode === 429)).toHaveLength(30);
  expect(checks.reduce((sum, check) => sum + check.mock.calls.length, 0)).toBe(10);
});

it('checks an unknown address as often as a known one', async () => {
  const check = jest.spyOn(api.app.get(PasswordHasher), 'verify');
  const hasher: unknown = api.app.get(PasswordHasher);
  const derive = jest.spyOn(hasher as { derive(): Promise<Buffer> }, 'derive');

  for (const email of [person.email, 'nobody@desk.example']) {
    check.mockClear();
    derive.mockClear();
    expect(await statusOf({ email, ip: newAddress() })).toBe(401);
    expect([email, check.mock.calls.length, derive.mock.calls.length]).toEqual([email, 1, 1]);
  }
});

/** The statements of a request. Those of jobs, which may run at the same time, do not count. */
async function statementsOf(request: () => Promise<void>): Promise<string[]> {
  const texts: string[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its object
  const query = PostgresQueryRunner.prototype.query;
  const spy = jest.spyOn(PostgresQueryRunner.prototype, 'query').mockImplementation(function (
    this: PostgresQueryRunner,
    ...args
  ) {
    if (currentContext()?.actor.kind !== 'system') texts.push(args[0]);
    return query.apply(this, args);
  });
  await request();
  spy.mockRestore();
  return texts;
}

it('sends as many statements for an unknown address as for a known one, and writes as often', async () => {
  const counts: unknown[] = [];
  for (const email of [person.email, 'nobody@desk.example']) {
    const texts = await statementsOf(async () => expect(await statusOf({ email, ip: newAddress() })).toBe(401));
    counts.push([texts.length, texts.filter((text) => /^\s*(?:INSERT|UPDATE)/i.test(text)).length]);
  }

  expect(counts[1]).toEqual(counts[0]);
});

it('refuses the hundredth guess of one address, whatever the accounts are', async () => {
  for (let n = 0; n < 100; n++) {
    expect(await statusOf({ email: `unknown-${n}@desk.example`, ip: '203.0.113.100' })).toBe(401);
  }

  expect(await statusOf({ email: 'one-more@desk.example', ip: '203.0.113.100' })).toBe(429);
});

it('lets thirty guesses of an account from many addresses reach the check', async () => {
  for (let n = 0; n < 30; n++) expect(await statusOf({ ip: newAddress() })).toBe(401);

  expect(await statusOf({ ip: newAddress() })).toBe(429);
  expect(await statusOf({ ip: newAddress(), password: PASSWORD })).toBe(429);
});

it('lets thirty guesses from 1,000 addresses reach the check', async () => {
  const check = jest.spyOn(api.app.get(PasswordHasher), 'verify');
  const statuses: number[] = [];

  for (let n = 0; n < 1000; n++) statuses.push(await statusOf({ ip: newAddress() }));

  expect(check).toHaveBeenCalledTimes(30);
  expect(statuses.filter((status) => status === 401)).toHaveLength(30);
  expect(statuses.filter((status) => status === 429)).toHaveLength(970);
});

it('counts guesses of an address that nobody has, too', async () => {
  const email = 'nobody-at-all@desk.example';
  for (let n = 0; n < 30; n++) expect(await statusOf({ email, ip: newAddress() })).toBe(401);

  expect(await statusOf({ email, ip: newAddress() })).toBe(429);
});

it('records the first refused attempt, and not every one', async () => {
  for (let n = 0; n < 14; n++) await guess({ ip: '203.0.113.14' });

  const limited = await api.database.query<{ details: unknown }[]>(
    `SELECT details FROM security_events WHERE event = 'sign_in_limited' AND user_id = $1`,
    [person.id],
  );
  expect(limited).toEqual([{ details: { limit: 'account_and_address' } }]);
});

describe('a known browser', () => {
  it('is not locked out by strangers', async () => {
    const cookie = await newDevice();
    for (let n = 0; n < 31; n++) await guess({ ip: newAddress() });

    expect(await statusOf({ ip: newAddress(), password: PASSWORD })).toBe(429);
    expect(await statusOf({ ip: newAddress(), password: PASSWORD, cookie })).toBe(201);
  });

  it('has ten guesses of its own', async () => {
    const cookie = await newDevice();
    for (let n = 0; n < 10; n++) expect(await statusOf({ ip: newAddress(), cookie })).toBe(401);

    expect(await statusOf({ ip: newAddress(), cookie })).toBe(429);
    expect(await statusOf({ ip: newAddress(), password: PASSWORD })).toBe(201);
  });

  it('is known for its own people only', async () => {
    const cookie = await newDevice();
    const { email } = await aPerson(api.database);
    for (let n = 0; n < 30; n++) expect(await statusOf({ email, ip: newAddress(), cookie })).toBe(401);

    expect(await statusOf({ email, ip: newAddress(), cookie })).toBe(429);
  });

  it('stays known to all who use it, with a new token after each sign-in', async () => {
    const first = await newDevice();
    const { email } = await aPerson(api.database);

    const second = deviceOf(await guess({ email, password: PASSWORD, cookie: first, ip: newAddress() }));

    expect(second).not.toBe(first);
    for (let n = 0; n < 31; n++) await guess({ ip: newAddress() });
    expect(await statusOf({ ip: newAddress(), password: PASSWORD, cookie: first })).toBe(429);
    expect(await statusOf({ ip: newAddress(), password: PASSWORD, cookie: second })).toBe(201);
  });

  it('is kept in a cookie that scripts cannot read, for 400 days', async () => {
    const cookies = (await guess({ password: PASSWORD, ip: newAddress() })).headers['set-cookie'];

    expect(cookies).toEqual([
      expect.stringMatching(/^docket-3000=/),
      expect.stringMatching(/^docket-device-3000=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('signs nobody in', async () => {
    const cookie = await newDevice();

    expect((await api.inject({ method: 'GET', url: '/api/tickets/', headers: { cookie } })).statusCode).toBe(401);
  });

  it('is forgotten after 400 days, and when the person has twenty newer ones', async () => {
    const old = await newDevice(newAddress());
    await api.database.query(`UPDATE devices SET seen_at = now() - interval '401 days'`);
    const replaced = await newDevice(newAddress());
    for (let n = 0; n < 20; n++) await newDevice(newAddress());
    for (let n = 0; n < 31; n++) await guess({ ip: newAddress() });

    expect(await statusOf({ ip: newAddress(), password: PASSWORD, cookie: old })).toBe(429);
    expect(await statusOf({ ip: newAddress(), password: PASSWORD, cookie: replaced })).toBe(429);
    expect(await api.database.query('SELECT count(*)::int FROM devices WHERE user_id = $1', [person.id])).toEqual([
      { count: 20 },
    ]);
  });

  it('is not known any more after a hundred wrong passwords in a row', async () => {
    const cookie = await newDevice();
    await api.database.query('UPDATE devices SET failures = 99 WHERE user_id = $1', [person.id]);
    expect(await statusOf({ ip: newAddress(), cookie })).toBe(401);
    for (let n = 0; n < 30; n++) await guess({ ip: newAddress() });

    expect(await statusOf({ ip: newAddress(), password: PASSWORD, cookie })).toBe(429);
  });
});

describe('a hundred wrong passwords in a row', () => {
  const failuresOf = async (): Promise<number> => {
    const [user] = await api.database.query<[{ failures: number }]>('SELECT failures FROM users WHERE id = $1', [
      person.id,
    ]);
    return user.failures;
  };

  it('lock the password, alike for who looks, and the log says so', async () => {
    await api.database.query('UPDATE users SET failures = 99 WHERE id = $1', [person.id]);
    expect(await statusOf({ ip: newAddress() })).toBe(401);

    const refused = await guess({ ip: newAddress(), password: PASSWORD });

    expect(refused.statusCode).toBe(401);
    expect(refused.json()).toMatchObject({ type: '/problems/wrong-credentials' });
    expect(await eventsOf(person.id)).toEqual(['sign_in_failed', 'password_locked', 'sign_in_failed']);
  });

  it('do not lock it in a known browser, whose sign-in ends the lock', async () => {
    const cookie = await newDevice();
    await api.database.query('UPDATE users SET failures = 100 WHERE id = $1', [person.id]);

    expect(await statusOf({ ip: newAddress(), password: PASSWORD })).toBe(401);
    expect(await statusOf({ ip: newAddress(), password: PASSWORD, cookie })).toBe(201);
    expect(await statusOf({ ip: newAddress(), password: PASSWORD })).toBe(201);
  });

  it('begin anew after a right one', async () => {
    await guess({ ip: newAddress() });
    expect(await failuresOf()).toBe(1);

    await guess({ ip: newAddress(), password: PASSWORD });

    expect(await failuresOf()).toBe(0);
  });
});
