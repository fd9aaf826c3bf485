import { eventually } from '@docket/testing';
import { type GeminiStandIn, startGeminiStandIn } from '../../../testing/gemini-stand-in';
import { type SecondApp, startSecondApp } from '../../../testing/second-app';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { Settings } from '../../platform/config/settings';

const MODEL = { GEMINI_API_KEY: 'AIza-test-key', GEMINI_MODEL: 'gemini-flash', MODEL_PRICES: 'gemini-flash=0.10/0.40' };
/** Of one call to the stand-in, in millionths: 700 tokens of the prompt, 12 of the answer. */
const COST = Math.ceil(700 * 0.1 + 12 * 0.4);

let gemini: GeminiStandIn;
let api: TestApp;
let processes: SecondApp[];
beforeEach(async () => {
  gemini = await startGeminiStandIn();
  processes = [];
});
afterEach(async () => {
  for (const process of processes) await process.close();
  await api.close();
  await gemini.close();
});

/** Starts the API with a budget. */
async function start(budget: Partial<Settings>): Promise<void> {
  api = await startTestApp({ ...MODEL, ...budget, GEMINI_BASE_URL: gemini.url });
}

/** Starts one more process on the same database, or the same one again. */
async function startAnother(): Promise<SecondApp> {
  const process = await startSecondApp(api);
  processes.push(process);
  return process;
}

let asked = 0;

/** Asks for a suggestion for a text that no cache knows. @returns the reason of the fallback, or `answered` */
async function classify(app: TestApp | SecondApp): Promise<string> {
  const payload = { description: `Please explain fee number ${asked++}` };
  const response = await app.inject({ method: 'POST', url: '/api/tickets/classify/', payload });
  expect(response.statusCode).toBe(200);
  return response.json<{ fallback_reason?: string }>().fallback_reason ?? 'answered';
}

const spent = () => api.database.query<object[]>('SELECT calls, cost_micros::int AS cost FROM model_spend');
const isSpent = (calls: number) =>
  eventually(async () => JSON.stringify(await spent()) === JSON.stringify([{ calls, cost: calls * COST }]));
const outcomes = () =>
  api.database.query<object[]>(
    'SELECT outcome, count(*)::int AS n, sum(attempts)::int AS attempts FROM suggestions GROUP BY outcome ORDER BY outcome',
  );

it('allows as many calls a day as CLASSIFY_DAILY_LIMIT says, in all processes together', async () => {
  await start({ CLASSIFY_DAILY_LIMIT: 3 });
  const other = await startAnother();

  const reasons: string[] = [];
  for (let call = 0; call < 3; call++) reasons.push(await classify(api), await classify(other));

  expect(reasons).toEqual(['answered', 'answered', 'answered', 'budget', 'budget', 'budget']);
  expect(gemini.requests).toHaveLength(3);
  await isSpent(3);
  await eventually(async () => (await api.database.query<object[]>('SELECT FROM suggestions')).length === 6);
  expect(await outcomes()).toEqual([
    { outcome: 'answered', n: 3, attempts: 3 },
    { outcome: 'budget', n: 3, attempts: 0 },
  ]);

  expect(await classify(await startAnother())).toBe('budget');
  expect(gemini.requests).toHaveLength(3);
});

it('ends with the money of CLASSIFY_MONTHLY_BUDGET, in all processes together', async () => {
  await start({ CLASSIFY_MONTHLY_BUDGET: (2 * COST) / 1_000_000 });
  const other = await startAnother();

  expect(await classify(api)).toBe('answered');
  await isSpent(1); // a process that asks before this has not spent it yet
  expect(await classify(other)).toBe('answered');
  await isSpent(2);

  expect([await classify(api), await classify(other), await classify(await startAnother())]).toEqual([
    'budget',
    'budget',
    'budget',
  ]);
  expect(gemini.requests).toHaveLength(2);
  await isSpent(2);
});
