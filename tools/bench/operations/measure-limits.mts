import { createServerDatabase } from '#testing/test-database';
import { freePort } from '#testing/free-port';
import { fill } from '../fill.mts';
import { load } from '../load.mts';
import { ADMINISTRATOR, send, signIn } from '../people/sign-in.mts';
import { type Server, startClosedApi } from '../processes.mts';
import { alternate } from '../statistics.mts';

/** Requests per second for the list of 50, by round. */
export interface LimitsMeasurements {
  /** With metrics and request limits. */
  readonly measured: readonly number[];
  /** Without both. */
  readonly plain: readonly number[];
}

const TICKETS = 10_000;
const LIST = '/api/tickets/?limit=50';
/** Number of tokens. Each one allows 600 requests a minute. */
const TOKENS = 45;
const REQUESTS = 60 * TOKENS;

/** Compares a Docket that counts its requests with one that does not. Requests alternate between many tokens. */
export async function measureLimits(adminUrl: string, rounds: number): Promise<LimitsMeasurements> {
  const { url } = await createServerDatabase(adminUrl);
  await (await startClosedApi(url, ADMINISTRATOR)).stop(); // migrates
  await fill(url, TICKETS);
  const plain = await startClosedApi(url, ADMINISTRATOR);
  let measured: Server | undefined;
  try {
    const metrics = { REQUEST_LIMITS: 'true', METRICS_PORT: String(await freePort()) };
    const counting = (measured = await startClosedApi(url, ADMINISTRATOR, metrics));
    const cookie = await signIn(plain.url);
    const tokens: string[] = [];
    for (let index = 0; index < TOKENS; index++) tokens.push(await createToken(plain.url, cookie, index));
    const eachHeaders = tokens.map((token) => ({ authorization: `Bearer ${token}` }));
    const rate = async ({ url: site }: Server) =>
      (await load(site, [LIST], { connections: 16, times: REQUESTS / TOKENS, eachHeaders })).perSecond;
    const measurements = { measured: () => rate(counting), plain: () => rate(plain) };
    await alternate(1, measurements); // warms up
    return await alternate(Math.min(rounds, 8), measurements);
  } finally {
    await Promise.all([plain.stop(), measured?.stop()]);
  }
}

async function createToken(url: string, cookie: string, index: number): Promise<string> {
  const response = await send(url, '/api/tokens', { name: `bench ${index}`, scopes: ['tickets:read'] }, { cookie });
  if (response.status !== 201) throw new Error(`The token got ${response.status}`);
  return ((await response.json()) as { token: string }).token;
}
