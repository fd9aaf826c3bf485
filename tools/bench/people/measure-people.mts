import { createServerDatabase } from '#testing/test-database';
import { fill } from '../fill.mts';
import { load } from '../load.mts';
import { type Server, startApi, startClosedApi } from '../processes.mts';
import { alternate } from '../statistics.mts';
import { ADMINISTRATOR, send, signIn } from './sign-in.mts';

/** What signing in costs, by round. */
export interface PeopleMeasurements {
  /** Milliseconds of the API's processor time for a page of the list, where nobody signs in. */
  readonly open: readonly number[];
  /** The same with a person's session. */
  readonly session: readonly number[];
  /** The same with a token. */
  readonly token: readonly number[];
  /** Milliseconds until a wrong password is refused, for the address of an account. */
  readonly knownAddress: readonly number[];
  /** The same for an address that nobody has. */
  readonly unknownAddress: readonly number[];
}

const TICKETS = 10_000;
const LIST = '/api/tickets/?limit=50';
/** The limits allow 30 guesses an hour about one account. */
const GUESSES = 25;

/** Compares a closed Docket with an open one, each with a database of its own. */
export async function measurePeople(adminUrl: string, rounds: number, seconds: number): Promise<PeopleMeasurements> {
  const [openDatabase, closedDatabase] = [await filledDatabase(adminUrl), await filledDatabase(adminUrl)];
  const open = await startApi(openDatabase);
  const closed = await startClosedApi(closedDatabase, ADMINISTRATOR);
  try {
    const cookie = await signIn(closed.url);
    const token = await createToken(closed.url, cookie);
    const cpu = async ({ url, cpuSeconds }: Server, headers: Record<string, string>) => {
      const before = cpuSeconds();
      const { perSecond } = await load(url, [LIST], { connections: 16, seconds, headers });
      return (1000 * (cpuSeconds() - before)) / (perSecond * seconds);
    };
    const measurements = {
      open: () => cpu(open, {}),
      session: () => cpu(closed, { cookie }),
      token: () => cpu(closed, { authorization: `Bearer ${token}` }),
    };
    await alternate(1, measurements); // warms up
    return { ...(await alternate(rounds, measurements)), ...(await measureGuesses(closed.url)) };
  } finally {
    await Promise.all([open.stop(), closed.stop()]);
  }
}

async function filledDatabase(adminUrl: string): Promise<string> {
  const { url } = await createServerDatabase(adminUrl);
  await (await startApi(url)).stop(); // migrates
  await fill(url, TICKETS);
  return url;
}

/** Each guess comes from a network of its own, so that no limit of a network ends the measurement. */
async function measureGuesses(url: string) {
  let networks = 0;
  const guess = async (email: string): Promise<number> => {
    const from = `198.51.100.${++networks}`;
    const started = performance.now();
    const { status } = await send(url, '/api/session', { email, password: 'a wrong one' }, { 'x-forwarded-for': from });
    if (status !== 401) throw new Error(`A guess got ${status} instead of 401`);
    return performance.now() - started;
  };
  return alternate(GUESSES, {
    knownAddress: () => guess(ADMINISTRATOR.email),
    unknownAddress: () => guess('nobody@desk.example'),
  });
}

async function createToken(url: string, cookie: string): Promise<string> {
  const response = await send(url, '/api/tokens', { name: 'bench', scopes: ['tickets:read'] }, { cookie });
  if (response.status !== 201) throw new Error(`The token got ${response.status}`);
  return ((await response.json()) as { token: string }).token;
}
