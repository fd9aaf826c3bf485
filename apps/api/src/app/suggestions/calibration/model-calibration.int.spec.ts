import { NO_CHOICE, type LedgerRow, insertLedger } from '../../../testing/ledger-rows';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { ModelCalibrations } from './model-calibration';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => api.database.query('DELETE FROM suggestions'));
afterAll(() => api.close());

const TRAINED_AT = '2026-11-01T10:00:00.000Z';
const ASKED_AT = '2026-11-02T10:00:00.000Z';

let ticketId = 0;

/** Tickets whose filers had not seen what model 3 suggested. */
function decided(number: number, row: LedgerRow = {}): LedgerRow[] {
  return Array.from({ length: number }, () => ({
    ...NO_CHOICE,
    asked_at: ASKED_AT,
    outcome: 'not_configured',
    is_blind: true,
    local_model: 'learned',
    local_version: 3,
    local_category: 'billing',
    local_confidence: 0.97,
    ticket_id: ++ticketId,
    chosen_at: ASKED_AT,
    chosen_category: 'billing',
    chosen_priority: 'low',
    ...row,
  }));
}

const calibration = () => api.app.get(ModelCalibrations).of(3, TRAINED_AT);

it('counts how often the model was right, by how sure it was', async () => {
  await insertLedger(api.database, [
    ...decided(40),
    ...decided(2, { chosen_category: 'account' }),
    ...decided(30, { local_confidence: 0.95 }), // the column keeps a little less
    ...decided(31, { local_confidence: 0.94 }),
    ...decided(33, { local_confidence: 0.8, chosen_category: 'general' }),
    ...decided(35, { local_confidence: 0.79 }),
  ]);

  expect(await calibration()).toEqual({
    very: { from: 0.95, right: 70, n: 72 },
    fairly: { from: 0.8, right: 31, n: 64 },
    hardly: { from: 0.5, right: 35, n: 35 },
  });
});

it('gives no figure for fewer than 30 tickets', async () => {
  await insertLedger(api.database, [...decided(29), ...decided(30, { local_confidence: 0.9 })]);

  expect(await calibration()).toEqual({ fairly: { from: 0.8, right: 30, n: 30 } });
});

it.each<[string, LedgerRow]>([
  ['another model', { local_version: 2 }],
  ['the words', { local_model: 'words', local_version: null, local_confidence: null }],
  ['suggestions that the person saw', { is_blind: false, shown_at: ASKED_AT }],
  ['suggestions without a ticket', { ticket_id: null, chosen_at: null, chosen_category: null, chosen_priority: null }],
  ['suggestions whose answer is not written yet', { outcome: null }],
])('leaves out %s', async (_, row) => {
  await insertLedger(api.database, [...decided(30), ...decided(30, row)]);

  expect(await calibration()).toEqual({ very: { from: 0.95, right: 30, n: 30 } });
});

it('counts tickets whose filer saw what the language model suggested', async () => {
  await insertLedger(api.database, decided(30, { outcome: 'answered', is_blind: false, shown_at: ASKED_AT }));

  expect(await calibration()).toEqual({ very: { from: 0.95, right: 30, n: 30 } });
});
