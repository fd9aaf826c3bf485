import { NO_CHOICE, insertLedger } from '../../../testing/ledger-rows';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { ActiveCalibration } from './active-calibration';
import { ModelStore } from './model-store';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const TRAINED_AT = '2026-11-01T10:00:00.000Z';
const ASKED_AT = '2026-11-02T10:00:00.000Z';

/** Makes a model active. */
async function train(): Promise<number> {
  const store = api.app.get(ModelStore);
  const metrics = { n: 24, right: 20, rightBefore: 11, p: 0.01 };
  await store.add({ trainedAt: TRAINED_AT, decisions: 240, metrics, parameters: Buffer.from('a model') });
  return (await store.active())!.id;
}

it('knows the bin of the active model, until another one is active', async () => {
  const calibration = api.app.get(ActiveCalibration);
  const version = await train();
  const rows = Array.from({ length: 30 }, (_, n) => ({
    ...NO_CHOICE,
    asked_at: ASKED_AT,
    outcome: 'not_configured',
    is_blind: true,
    local_model: 'learned',
    local_version: version,
    local_category: 'billing',
    local_confidence: 0.97,
    ticket_id: n + 1,
    chosen_at: ASKED_AT,
    chosen_category: n === 0 ? 'general' : 'billing',
    chosen_priority: 'low',
  }));
  await insertLedger(api.database, rows);

  await calibration.refresh();

  expect(calibration.of({ version, confidence: 0.96 })).toEqual({ from: 0.95, right: 29, n: 30 });
  expect(calibration.of({ version, confidence: 0.94 })).toBeUndefined();
  expect(calibration.of({ version: version + 1, confidence: 0.96 })).toBeUndefined();

  await train();
  await calibration.refresh();

  expect(calibration.of({ version, confidence: 0.96 })).toBeUndefined();
});
