import { createServerDatabase } from '#testing/test-database';
import { fill } from '../fill.mts';
import { load } from '../load.mts';
import { type Server, startApi, startClosedApi } from '../processes.mts';
import { alternate } from '../statistics.mts';
import { ADMINISTRATOR, send, signIn } from './sign-in.mts';

/** Cost of authentication, by round. */
export interface PeopleMeasurements {
  /** Processor time of the API for a page of the list in the open mode, in ms. */
  readonly open: readonly number[];
  /** The same with a session. */
  readonly session: readonly number[];
  /** The same with a token. */
  readonly token: readonly number[];
  /** Time until a wrong password is refused, in ms, for the address of an account. */
  readonly knownAddress: readonly number[];
  /** The same for an unknown address. */
  readonly unknownAddress: readonly number[];
}

const TICKETS = 10_000;
const LIST = '/api/tickets/?limit=50';
/** Number of guesses. The limits allow 30 guesses an hour per account. */
const GUESSES = 25;

/** Compares a closed Docket with an open one, each with a separate database. */
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

/** Measures guesses. Each comes from a different network, so that rate limits by network do not apply. */
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
