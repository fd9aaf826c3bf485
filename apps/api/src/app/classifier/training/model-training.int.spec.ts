import { eventually } from '@docket/testing';
import { Logger } from '@nestjs/common';
import { gzipSync } from 'node:zlib';
import { decideCategories } from '../../../testing/decided-tickets';
import { type SecondApp, startSecondApp } from '../../../testing/second-app';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Settings } from '../../platform/config/settings';
import { DecidedCategories } from '../../suggestions';
import { ActiveModel } from '../learned/active-model';
import { ModelStore } from '../learned/model-store';
import { ModelStates } from './model-state';
import { ModelTraining } from './model-training';
import { toModelsDto } from './models.dto';

const { signal } = new AbortController();
let api: TestApp;
let other: SecondApp;
beforeAll(async () => {
  api = await startTestApp({ CLASSIFIER: 'local' });
  other = await startSecondApp(api);
});
beforeEach(async () => {
  for (const table of ['suggestions', 'tickets', 'local_models']) await api.database.query(`DELETE FROM ${table}`);
});
afterAll(async () => {
  await other.close();
  await api.close();
});

const decide = (count: number, options = {}) => decideCategories(api.database, count, options);
const train = (app: TestApp | SecondApp = api) => app.app.get(ModelTraining).run(signal);
/** As `GET /api/models/` responds, without the count that it keeps for a minute. */
async function describeModel(): Promise<unknown> {
  const { app } = api;
  return toModelsDto(
    await new ModelStates(app.get(Settings), app.get(ModelStore), app.get(DecidedCategories)).current(),
  );
}
const refresh = (app: TestApp | SecondApp) => app.app.get(ActiveModel).refresh();
const trainings = () =>
  api.database.query<{ decisions: number; is_active: boolean }[]>(
    'SELECT decisions, is_active FROM local_models ORDER BY id',
  );

async function suggest(description: string, app: TestApp | SecondApp = api): Promise<unknown> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/tickets/classify/',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ description }),
  });
  expect(response.statusCode).toBe(200);
  return response.json<{ local?: unknown }>().local;
}

it('waits for 200 decisions', async () => {
  await decide(199);
  await train();
  expect(await trainings()).toEqual([]);

  await decide(1);
  await train();
  expect(await trainings()).toEqual([{ decisions: 200, is_active: true }]);
});

it('trains nothing for a desk with one category, and goes on by words', async () => {
  const log = jest.spyOn(Logger.prototype, 'log').mockImplementation();
  await decide(240);
  await api.database.query(`UPDATE tickets SET category = 'billing'`);
  await api.database.query(`UPDATE suggestions SET chosen_category = 'billing'`);
  await train();

  expect(await trainings()).toEqual([]);
  expect(log.mock.calls.flat()).toContainEqual(expect.stringContaining('all decisions have one category'));
  expect(await suggest('I forgot my password and my account is locked')).toMatchObject({
    category: 'account',
    model: 'words',
  });
  const oneCategory = { state: 'waiting', decisions: 240, has_one_category: true };
  expect(await describeModel()).toMatchObject(oneCategory);
  log.mockRestore();

  await decide(20);
  await train();
  expect(await trainings()).toEqual([{ decisions: 260, is_active: true }]);
  expect(await describeModel()).toMatchObject({ state: 'active', decisions: 260, has_one_category: false });
});

it('lets requests pass while it trains', async () => {
  await decide(4000);
  const decided = api.app.get(DecidedCategories);
  const newest = decided.newest.bind(decided);
  const happened: string[] = [];
  const requests: Promise<unknown>[] = [];
  await api.app.listen(0, '127.0.0.1');
  const url = await api.app.getUrl();
  // Over sockets: each request needs the event loop several times, which a training in this thread would hold up.
  async function ask(): Promise<void> {
    for (let n = 0; n < 5; n++) {
      const response = await fetch(`${url}/api/models/`);
      expect(response.status).toBe(200);
      await response.json();
      happened.push('request');
    }
  }
  jest.spyOn(decided, 'newest').mockImplementation(async function* () {
    yield* newest();
    requests.push(ask()); // the thread has all decisions, and only has to learn from them
  });
  const store = api.app.get(ModelStore);
  const add = store.add.bind(store);
  jest.spyOn(store, 'add').mockImplementation((training) => {
    happened.push('learned');
    return add(training);
  });

  await train();
  await Promise.all(requests);
  jest.restoreAllMocks();

  expect(happened).toEqual([...Array<string>(5).fill('request'), 'learned']);
  expect(await trainings()).toEqual([{ decisions: 4000, is_active: true }]);
});

describe('a training that an administrator asks for', () => {
  const ask = (app: TestApp | SecondApp = api) => app.inject({ method: 'POST', url: '/api/models/train' });
  const events = () =>
    api.database.query<unknown[]>(`SELECT event FROM security_events WHERE event = 'model_training_started'`);
  const isTraining = async () =>
    (await api.database.query<unknown[]>(`SELECT FROM leases WHERE name = 'local-model-training'`)).length > 0;
  const isTrained = (number: number) =>
    eventually(async () => (await trainings()).length === number && !(await isTraining()));

  it('starts without new decisions, and says who started it', async () => {
    await decide(240);
    await train();

    const response = await ask();

    expect(response.statusCode).toBe(202);
    expect(response.json()).toMatchObject({ state: 'active', active: { decisions: 240 } });
    await isTrained(2);
    expect(await events()).toHaveLength(1);
  });

  it('is refused while one runs, in whichever process', async () => {
    await decide(4000);
    const before = await events();

    const responses = await Promise.all([ask(api), ask(other), ask(api)]);

    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409, 409]);
    for (const response of responses.filter(({ statusCode }) => statusCode === 409))
      expect(response.json()).toMatchObject({ type: '/problems/training-running' });
    await isTrained(1);
    expect(await events()).toHaveLength(before.length + 1);
  });

  it.each([
    ['too few decisions', 199, 'People have decided fewer than 200 categories'],
    ['one category', 240, 'All decisions have one category, so there is nothing to tell apart'],
  ])('is refused with %s, and leaves no trace', async (_, count, detail) => {
    await decide(count);
    await api.database.query(`UPDATE tickets SET category = 'billing'`);
    await api.database.query(`UPDATE suggestions SET chosen_category = 'billing'`);
    const before = await events();

    const response = await ask();

    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ type: '/problems/nothing-to-learn', detail });
    expect(await trainings()).toEqual([]);
    expect(await events()).toEqual(before);
  });
});

it('never learns from suggestions that people left alone', async () => {
  await decide(400, { isShown: true });
  await decide(199);
  await train();

  expect(await trainings()).toEqual([]);
});

it('trains in one process, and suggests in all', async () => {
  await decide(240);
  await refresh(api);
  await refresh(other);
  expect(await suggest('What about my quimbly?', other)).toBeUndefined();

  await Promise.all([train(api), train(other)]);
  await refresh(api);
  await refresh(other);

  expect(await trainings()).toEqual([{ decisions: 240, is_active: true }]);
  for (const app of [api, other]) {
    expect(await suggest('we ask about our quimbly today', app)).toEqual({
      category: 'billing',
      because: [],
      model: 'learned',
      confidence: expect.any(Number) as number,
    });
  }
});

it('says by which model it suggests, and how sure it is, in the ledger', async () => {
  await decide(240);
  await train();
  await suggest('we ask about our fantorix today');

  const [row] = await eventually(async () => {
    const rows = await api.database.query<object[]>(`
      SELECT local_model, local_priority, local_confidence > 0.5 AS is_sure FROM suggestions
      WHERE local_version = (SELECT id FROM local_models) AND local_category = 'technical'`);
    return rows.length > 0 && rows;
  });

  expect(row).toEqual({ local_model: 'learned', local_priority: null, is_sure: true });
});

it('leaves other languages and trades to the words, or says nothing', async () => {
  await decide(240);
  await train();

  expect(await suggest('Die Rechnung ist falsch, bitte um eine Rückerstattung')).toMatchObject({
    category: 'billing',
    model: 'words',
  });
  expect(await suggest('退款 退款')).toBeUndefined();
});

it('trains again after 200 new decisions, and keeps the better model', async () => {
  await decide(240);
  await train();
  await train();
  expect(await trainings()).toHaveLength(1);

  await decide(199);
  await train();
  expect(await trainings()).toHaveLength(1);

  await decide(1);
  await train();
  expect(await trainings()).toMatchObject([{ is_active: false }, { decisions: 440, is_active: true }]);
});

it.each([
  ['no gzip', Buffer.from('no model at all')],
  ['a bomb', gzipSync(Buffer.alloc(100_000_000))],
])('goes on without a model whose bytes are %s', async (_, bytes) => {
  const logError = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  await api.database.query(
    `INSERT INTO local_models (trained_at, decisions, parameters, metrics, is_active) VALUES (now(), 200, $1, '{}', true)`,
    [bytes],
  );
  await refresh(api);
  await refresh(api);

  expect(await suggest('I was charged twice, please refund')).toMatchObject({ category: 'billing', model: 'words' });
  expect(logError).toHaveBeenCalledTimes(1);
  expect(String(logError.mock.calls[0])).toContain('cannot be decompressed');
});
