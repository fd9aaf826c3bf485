import { eventually } from '@docket/testing';
import { poolOf } from '../database/reporting-pool';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { textContaining } from '../../../testing/matchers';
import { LoopDelay } from './loop-delay';

let api: TestApp;
beforeEach(async () => (api = await startTestApp({ DATABASE_POOL_SIZE: 1 })));
afterEach(() => api.close());

const list = () => api.inject({ method: 'GET', url: '/api/tickets/' });
const probe = (url: string) => api.inject({ method: 'GET', url });

describe('while too many requests wait for a connection', () => {
  it('refuses new requests with 503, and lets probes through', async () => {
    const pool = poolOf(api.database);
    Object.defineProperties(pool, {
      waitingCount: { value: 5, configurable: true },
      longestWaitMs: { value: 501, configurable: true },
    });

    const refused = await list();
    const [alive, ready] = await Promise.all([probe('/healthz/?probe=1'), probe('/readyz')]);

    expect(refused.json()).toMatchObject({
      status: 503,
      type: '/problems/overloaded',
      detail: textContaining('Too many requests wait for a connection'),
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect([alive.statusCode, ready.statusCode]).toEqual([200, 200]);
    Object.defineProperty(pool, 'waitingCount', { value: 4, configurable: true });
    expect((await list()).statusCode).toBe(200);
  });

  it('knows how long the first one waits', async () => {
    const pool = poolOf(api.database);
    const runner = api.database.createQueryRunner();
    await runner.connect();
    const listing = list();

    await eventually(() => pool.waitingCount > 0 && pool.longestWaitMs > 0);
    await runner.release();
    await listing;

    expect(pool.longestWaitMs).toBe(0);
  });
});

describe('while the process is busy', () => {
  it('refuses requests with 503, and lets probes through', async () => {
    jest.spyOn(LoopDelay.prototype, 'isHigh', 'get').mockReturnValue(true);

    const [refused, alive, ready] = await Promise.all([list(), probe('/healthz'), probe('/readyz/')]);

    expect(refused.json()).toMatchObject({ status: 503, type: '/problems/overloaded' });
    expect([alive.statusCode, ready.statusCode]).toEqual([200, 200]);
  });
});
