import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { FALLBACK_REASONS } from '@docket/domain';
import { eventually } from '@docket/testing';
import { Logger } from '@nestjs/common';
import { aTicket } from '../../../testing/a-ticket';
import { type GeminiStandIn, startGeminiStandIn } from '../../../testing/gemini-stand-in';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { insertRows } from './ledger-rows';
import { QUEUE_SIZE, SuggestionLedger } from './suggestion-ledger';
import { Transactions } from '../../platform/database/transactions';

const TEXT = 'Our card 4111 1111 1111 1111 was charged twice for one invoice. Write to jo@example.com';
const KEY = 'AIza-test-key';

let api: TestApp;
let gemini: GeminiStandIn;
beforeAll(async () => {
  gemini = await startGeminiStandIn();
  api = await startTestApp({ GEMINI_API_KEY: KEY, GEMINI_BASE_URL: gemini.url });
});
beforeEach(() => api.database.query('DELETE FROM suggestions'));
afterAll(async () => {
  await api.close();
  await gemini.close();
});

type Row = Readonly<Record<string, unknown>>;

async function classify(
  description = `${TEXT} ${randomUUID()}`,
  headers = {},
): Promise<Row & { suggestion_id: string }> {
  const response = await api.inject({
    method: 'POST',
    url: '/api/tickets/classify/',
    headers,
    payload: { description },
  });
  expect(response.statusCode).toBe(200);
  return response.json();
}

/** Files a ticket. @returns its id, and what the API says about the suggestion */
async function file(suggestion: object, fields = {}): Promise<{ id: number; outcome: unknown }> {
  const payload = { ...aTicket({ category: 'billing', priority: 'high' }), ...fields, ...suggestion };
  const response = await api.inject({ method: 'POST', url: '/api/tickets/', payload });
  expect(response.statusCode).toBe(201);
  return { id: response.json<{ id: number }>().id, outcome: response.headers['docket-suggestion'] };
}

const rowOf = async (id: string): Promise<Row | undefined> =>
  (await api.database.query<Row[]>('SELECT * FROM suggestions WHERE id = $1', [id]))[0];

const answeredRow = (id: string): Promise<Row> =>
  eventually(async () => {
    const row = await rowOf(id);
    return row?.['outcome'] ? row : false;
  });

describe('the ledger of suggestions', () => {
  it('has a row for an answer of the model, without the text, the key, and who asked', async () => {
    const { suggestion_id: id } = await classify();

    const row = await answeredRow(id);

    expect(row).toMatchObject({
      surface: 'api',
      is_blind: false,
      outcome: 'answered',
      model: 'gemini-3.5-flash-lite',
      model_version: 'gemini-stand-in-001',
      prompt_version: 2,
      category: 'billing',
      priority: 'high',
      local_model: 'words',
      local_category: 'billing',
      attempts: 1,
      is_cached: false,
      prompt_tokens: 700,
      output_tokens: 12,
      cost_micros: null,
      ticket_id: null,
      shown_at: null,
      chosen_at: null,
    });
    expect(JSON.stringify(row)).not.toMatch(/charged|4111|jo@|AIza/);
  });

  it('counts the tokens of a call once', async () => {
    const description = 'The same text, for the cache';
    const { suggestion_id: first } = await classify(description);
    const { suggestion_id: second } = await classify(description);

    expect(await answeredRow(first)).toMatchObject({ is_cached: false, prompt_tokens: 700 });
    expect(await answeredRow(second)).toMatchObject({
      is_cached: true,
      category: 'general',
      model_version: 'gemini-stand-in-001',
      prompt_tokens: null,
      attempts: null,
    });
  });

  it('names the reason of a failure, and what the words suggested in its place', async () => {
    gemini.next.push('blocked-prompt');

    const row = await answeredRow((await classify()).suggestion_id);

    expect(row).toMatchObject({ outcome: 'blocked', category: null, attempts: 1, local_category: 'billing' });
  });

  it('takes each reason of a failure', async () => {
    const ledger = api.app.get(SuggestionLedger);
    const ids = FALLBACK_REASONS.map((outcome) =>
      ledger.record({ surface: 'api', isBlind: false, outcome, characters: 10, latencyMs: 1 }),
    );

    const rows = await Promise.all(ids.map(answeredRow));

    expect(rows.map(({ outcome }) => outcome)).toEqual([...FALLBACK_REASONS]);
  });

  it('takes what a person chose', async () => {
    const { suggestion_id } = await classify();
    await answeredRow(suggestion_id);
    const shown = new Date().toISOString();

    const { id, outcome } = await file({ suggestion_id, suggestion_shown: shown }, { priority: 'low' });

    expect(outcome).toBe('recorded');
    expect(await rowOf(suggestion_id)).toMatchObject({
      category: 'billing',
      priority: 'high',
      ticket_id: id,
      chosen_category: 'billing',
      chosen_priority: 'low',
      shown_at: shown,
    });
  });

  it('has the choice also if the ticket is filed before the answer is written', async () => {
    const suggestion_id = randomUUIDv7();
    const { outcome } = await file({ suggestion_id });
    expect(outcome).toBe('recorded');
    expect(await rowOf(suggestion_id)).toMatchObject({ chosen_category: 'billing', outcome: null });

    const row = { id: suggestion_id, asked_at: new Date(), surface: 'form', outcome: 'answered', category: 'account' };
    await api.app.get(Transactions).run((manager) => insertRows(manager, [row as never], 0));

    expect(await rowOf(suggestion_id)).toMatchObject({ chosen_category: 'billing', category: 'account' });
  });

  it('knows a suggestion that was never shown', async () => {
    const { suggestion_id } = await classify();

    await file({ suggestion_id });

    expect(await answeredRow(suggestion_id)).toMatchObject({ shown_at: null, chosen_category: 'billing' });
  });

  it.each([
    ['before the request', '2001-01-01T00:00:00Z', 'asked_at'],
    ['in the future', '2999-01-01T00:00:00+02:00', 'chosen_at'],
  ])('does not believe a clock that shows a suggestion %s', async (_when, suggestion_shown, limit) => {
    const { suggestion_id } = await classify();

    await file({ suggestion_id, suggestion_shown });

    const row = await answeredRow(suggestion_id);
    expect(row['shown_at']).toEqual(row[limit]);
  });

  it('files a second ticket with the same suggestion without counting it', async () => {
    const { suggestion_id } = await classify();
    const { id } = await file({ suggestion_id });

    expect(await file({ suggestion_id }, { category: 'general' })).toMatchObject({ outcome: 'unknown' });

    expect(await rowOf(suggestion_id)).toMatchObject({ ticket_id: id, chosen_category: 'billing' });
  });

  it('counts one of two tickets that are filed at once with one suggestion', async () => {
    const { suggestion_id } = await classify();

    const filed = await Promise.all([file({ suggestion_id }), file({ suggestion_id }), file({ suggestion_id })]);

    expect(filed.map(({ outcome }) => outcome).sort()).toEqual(['recorded', 'unknown', 'unknown']);
  });

  it.each([
    ['of no time', randomUUID()],
    ['of long ago', '0190b5a0-0000-7000-8000-000000000000'],
    ['of the future', 'ffffffff-ffff-7fff-bfff-ffffffffffff'],
  ])('files a ticket with an invented id %s, and says that it is unknown', async (_what, suggestion_id) => {
    expect(await file({ suggestion_id })).toMatchObject({ outcome: 'unknown' });
    expect(await rowOf(suggestion_id)).toBeUndefined();
  });

  it('reads an id in capitals', async () => {
    const { suggestion_id } = await classify();
    expect(await file({ suggestion_id: suggestion_id.toUpperCase() })).toMatchObject({ outcome: 'recorded' });
  });

  it.each([
    [{ suggestion_id: 'not-an-id' }, '/suggestion_id'],
    [{ suggestion_id: 7 }, '/suggestion_id'],
    [{ suggestion_id: null }, '/suggestion_id'],
    [{ suggestion_shown: '2026-11-22' }, '/suggestion_shown'],
    [{ suggestion_shown: '2026-02-30T25:00:00Z' }, '/suggestion_shown'],
  ])('rejects %j', async (suggestion, pointer) => {
    const response = await api.inject({
      method: 'POST',
      url: '/api/tickets/',
      payload: { ...aTicket(), ...suggestion },
    });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ pointer }] });
  });

  it('takes no suggestion for a ticket that is filed already', async () => {
    const { id } = await file({});
    const payload = { suggestion_id: randomUUIDv7() };
    const response = await api.inject({ method: 'PATCH', url: `/api/tickets/${id}/`, payload });
    expect(response.statusCode).toBe(400);
  });

  it('files tickets while it cannot write, and writes later', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    await api.database.query('ALTER TABLE suggestions RENAME TO suggestions_away');
    const { suggestion_id } = await classify();
    const filed = await file({ suggestion_id });
    await eventually(() => warn.mock.calls.some(([message]) => String(message).includes('not recorded at the moment')));
    await api.database.query('ALTER TABLE suggestions_away RENAME TO suggestions');

    expect(filed.outcome).toBe('failed');
    expect(await answeredRow(suggestion_id)).toMatchObject({ outcome: 'answered', chosen_at: null });
  });

  it('keeps a bounded number of rows while it cannot write, and counts those that it loses', async () => {
    await api.database.query('ALTER TABLE suggestions RENAME TO suggestions_away');
    const ledger = api.app.get(SuggestionLedger);
    for (let n = 0; n < QUEUE_SIZE + 3; n++)
      ledger.record({ surface: 'api', isBlind: false, outcome: 'budget', characters: 1, latencyMs: 0 });
    await api.database.query('ALTER TABLE suggestions_away RENAME TO suggestions');

    await eventually(async () => {
      const [{ rows }] = await api.database.query<[{ rows: number }]>('SELECT count(*)::int AS rows FROM suggestions');
      return rows === QUEUE_SIZE;
    });
    const [losses] = await api.database.query<Row[]>('SELECT number FROM suggestion_losses');
    expect(losses).toEqual({ number: 3 });
  });
});
