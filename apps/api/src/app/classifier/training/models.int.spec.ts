import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
let off: TestApp;
beforeAll(async () => {
  api = await startTestApp({ CLASSIFIER: 'local' });
  off = await startTestApp({ CLASSIFIER: 'gemini' });
});
afterAll(async () => {
  await api.close();
  await off.close();
});
beforeEach(() => api.database.query('DELETE FROM local_models'));

async function describeModels(app = api): Promise<unknown> {
  const response = await app.inject({ method: 'GET', url: '/api/models/' });
  expect(response.statusCode).toBe(200);
  return response.json();
}

const addTraining = (metrics: object, isActive: boolean) =>
  api.database.query(
    `INSERT INTO local_models (trained_at, decisions, parameters, metrics, is_active)
     VALUES ('2026-11-01T10:00:00Z', 240, 'x', $1::jsonb, $2)`,
    [JSON.stringify(metrics), isActive],
  );

it('says how many decisions the model waits for', async () => {
  expect(await describeModels()).toEqual({ state: 'learning', decisions: 0, needed: 200, has_one_category: false });
});

it('says how good the model is that suggests, and the one that was refused', async () => {
  await addTraining({ n: 40, right: 30, rightBefore: 20, p: 0.01 }, true);
  await addTraining({ n: 40, right: 10, rightBefore: 30, p: 0.001 }, false);

  expect(await describeModels()).toMatchObject({
    state: 'active',
    active: {
      trained_at: '2026-11-01T10:00:00.000Z',
      decisions: 240,
      accuracy: { n: 40, share: 0.75, interval: [expect.closeTo(0.598, 3), expect.closeTo(0.858, 3)] },
      accuracy_before: { n: 40, share: 0.5 },
    },
    rejected: { accuracy: { share: 0.25 }, accuracy_before: { share: 0.75 } },
  });
});

it('has no figure for a model whose metrics are missing', async () => {
  await addTraining({}, true);

  const { active } = (await describeModels()) as { active: object };
  expect(active).not.toHaveProperty('accuracy');
});

it('is off where the API suggests nothing by itself', async () => {
  expect(await describeModels(off)).toEqual({ state: 'off', decisions: 0, needed: 200, has_one_category: false });
});

it('trains nothing on demand where the API suggests nothing by itself', async () => {
  const response = await off.inject({ method: 'POST', url: '/api/models/train' });

  expect(response.statusCode).toBe(409);
  expect(response.json()).toMatchObject({ type: '/problems/training-off' });
});
