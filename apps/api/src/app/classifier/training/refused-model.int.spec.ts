import { Logger } from '@nestjs/common';
import { decideCategories } from '../../../testing/decided-tickets';
import { type SecondApp, startSecondApp } from '../../../testing/second-app';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { ActiveModel } from '../learned/active-model';
import { ModelTraining } from './model-training';

let api: TestApp;
let other: SecondApp;
let log: jest.SpyInstance;
beforeAll(async () => {
  api = await startTestApp({ CLASSIFIER: 'local' });
  other = await startSecondApp(api);
});
beforeEach(() => (log = jest.spyOn(Logger.prototype, 'log').mockImplementation()));
afterEach(() => log.mockRestore());
afterAll(async () => {
  await other.close();
  await api.close();
});

const train = () => api.app.get(ModelTraining).run(new AbortController().signal);

async function suggest(app: TestApp | SecondApp): Promise<unknown> {
  const payload = { description: 'we ask about our quimbly today' };
  const response = await app.inject({ method: 'POST', url: '/api/tickets/classify/', payload });
  return response.json<{ local?: unknown }>().local;
}

it('refuses a model that is worse than the last one, which goes on in all processes', async () => {
  await decideCategories(api.database, 240);
  await train();
  await decideCategories(api.database, 400, { shift: 1 }); // a careless month: each has a wrong category
  await decideCategories(api.database, 70); // the newest tenth but one, on which both models are tried
  await train();
  await train(); // none is due: the refused training has read all decisions
  for (const { app } of [api, other]) await app.get(ActiveModel).refresh();

  expect(
    await api.database.query(
      'SELECT decisions, is_active, parameters IS NOT NULL AS has_model FROM local_models ORDER BY id',
    ),
  ).toEqual([
    { decisions: 240, is_active: true, has_model: true },
    { decisions: 710, is_active: false, has_model: false },
  ]);
  for (const app of [api, other]) expect(await suggest(app)).toMatchObject({ category: 'billing', model: 'learned' });
  const models = await api.inject({ method: 'GET', url: '/api/models/' });
  expect(models.json()).toMatchObject({
    state: 'active',
    active: { decisions: 240 },
    rejected: {
      decisions: 710,
      accuracy: { n: 71 },
      accuracy_before: { n: 71, share: expect.closeTo(70 / 71) as number },
    },
  });
  expect(log.mock.calls.flat()).toContainEqual(expect.stringContaining('is worse, and not used'));
});
