import { type TestApp, startTestApp } from '../../../testing/test-app';
import { type NewTraining, ModelStore } from './model-store';

let api: TestApp;
let store: ModelStore;
beforeAll(async () => {
  api = await startTestApp();
  store = api.app.get(ModelStore);
});
beforeEach(() => api.database.query('DELETE FROM local_models'));
afterAll(() => api.close());

const TRAINING: NewTraining = {
  trainedAt: '2026-11-01T10:00:00.123Z',
  decisions: 240,
  metrics: { n: 24, right: 20, rightBefore: 11, p: 0.01 },
};

it('keeps what a training found, and the bytes of its model', async () => {
  const parameters = Buffer.from([0, 1, 2, 255]);
  await store.add({ ...TRAINING, parameters });

  const active = await store.active();

  expect(active).toEqual({ ...TRAINING, id: active?.id, isActive: true });
  expect(Buffer.from((await store.parametersOf(active!.id))!)).toEqual(parameters);
});

it('has one active model, which a training without a model leaves alone', async () => {
  await store.add({ ...TRAINING, parameters: Buffer.from('one') });
  await store.add({ ...TRAINING, parameters: Buffer.from('two'), decisions: 440 });
  for (let n = 0; n < 20; n++) await store.add({ ...TRAINING, decisions: 640 });

  expect(await store.active()).toMatchObject({ decisions: 440 });
  expect(await store.latest()).toMatchObject({ decisions: 640, isActive: false });
});

it('forgets old trainings', async () => {
  for (let n = 1; n <= 20; n++) await store.add({ ...TRAINING, decisions: n, parameters: Buffer.from('model') });

  expect(await api.database.query('SELECT decisions FROM local_models ORDER BY id')).toEqual(
    [16, 17, 18, 19, 20].map((decisions) => ({ decisions })),
  );
});

it.each([
  ['an active model without parameters', `(now(), 1, NULL, '{}', true)`],
  ['metrics that are no object', `(now(), 1, NULL, '[]', false)`],
  ['metrics without end', `(now(), 1, NULL, jsonb_build_object('a', repeat('x', 3000)), false)`],
  ['parameters without end', `(now(), 1, convert_to(repeat('x', 5000000), 'UTF8'), '{}', false)`],
])('the table refuses %s', async (_, values) => {
  await expect(
    api.database.query(
      `INSERT INTO local_models (trained_at, decisions, parameters, metrics, is_active) VALUES ${values}`,
    ),
  ).rejects.toThrow('local_models');
});
