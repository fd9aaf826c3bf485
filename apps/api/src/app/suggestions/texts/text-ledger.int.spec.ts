import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { eventually } from '@docket/testing';
import { Logger } from '@nestjs/common';
import { aTicket } from '../../../testing/a-ticket';
import { type GeminiStandIn, respondWithText, startGeminiStandIn } from '../../../testing/gemini-stand-in';
import { type SecondApp, startSecondApp } from '../../../testing/second-app';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { DELETION_BATCH } from '../../platform/jobs/batched-deletion';
import { TextRetention } from '../upkeep/text-retention';
import { TextLedger } from './text-ledger';

/** The embedded database has one connection, so nobody else holds a row of it. */
const onServer = process.env['TEST_DATABASE_URL'] ? it : it.skip;

type Row = Readonly<Record<string, unknown>>;

const SETTINGS = {
  GEMINI_API_KEY: 'AIza-test-key',
  GEMINI_MODEL: 'gemini-flash',
  MODEL_PRICES: 'gemini-flash=0.10/0.40',
  SUGGESTION_DAYS: 100,
};
/** Of the stand-in: 700 tokens of the prompt, 12 of the answer. */
const COST = Math.ceil(700 * 0.1 + 12 * 0.4);

let gemini: GeminiStandIn;
let api: TestApp;
let other: SecondApp;
let ticketId: number;
beforeAll(async () => {
  gemini = await startGeminiStandIn();
  api = await startTestApp({ ...SETTINGS, GEMINI_BASE_URL: gemini.url });
  other = await startSecondApp(api);
});
beforeEach(async () => {
  gemini.mode = 'keywords';
  await api.database.query('DELETE FROM written_texts');
  ticketId = await file();
});
afterAll(async () => {
  await other.close();
  await api.close();
  await gemini.close();
});

async function file(): Promise<number> {
  const description = 'We were charged twice for invoice 2041. Please send the money back';
  const payload = aTicket({ title: 'Twice', description });
  return (await api.inject({ method: 'POST', url: '/api/tickets/', payload })).json<{ id: number }>().id;
}

const ask = async (kind: 'summary' | 'draft', ticket = ticketId) =>
  (await api.inject({ method: 'POST', url: `/api/tickets/${ticket}/${kind}/` })).json<{
    id: string;
    reason?: string;
  }>();

const rows = () => api.database.query<Row[]>('SELECT * FROM written_texts ORDER BY asked_at');
const rowOf = (id: string): Promise<Row> =>
  eventually(async () => (await rows()).find((row) => row['id'] === id) ?? false);

/** Asks for a draft, and waits until the ledger has it. */
async function draft(): Promise<string> {
  const { id } = await ask('draft');
  await rowOf(id);
  return id;
}

async function send(message: object, { app = api, ticket = ticketId, status = 201 } = {}): Promise<void> {
  const payload = { visibility: 'public', body: 'The requester wrote nothing.', ...message };
  const response = await app.inject({ method: 'POST', url: `/api/tickets/${ticket}/messages`, payload });
  expect(response.statusCode).toBe(status);
}

const sentRow = (id: string): Promise<Row> =>
  eventually(async () => {
    const row = await rowOf(id);
    return row['sent_at'] === null ? false : row;
  });

describe('the ledger of texts', () => {
  it.each(['summary', 'draft'] as const)(
    'has a row for a %s, without a word of it, and without a key',
    async (kind) => {
      const { id } = await ask(kind);

      const row = await rowOf(id);

      expect(row).toMatchObject({
        kind,
        ticket_id: ticketId,
        team_id: null,
        outcome: 'written',
        sentences: 2,
        kept: 1,
        words: 5, // "The requester wrote part 0."
        model: 'gemini-flash',
        model_version: 'gemini-stand-in-001',
        prompt_version: 1,
        attempts: 1,
        prompt_tokens: 700,
        output_tokens: 12,
        cost_micros: String(COST),
        sent_at: null,
        edit_distance: null,
      });
      expect(JSON.stringify(row)).not.toMatch(/charged|requester wrote|2041|AIza/);
    },
  );

  it.each([
    ['blocked', 'blocked-prompt', { sentences: null, kept: null, words: null }],
    ['unverified', respondWithText('{"sentences":[]}'), { sentences: 0, kept: 0, words: null }],
    ['invalid_output', 'not-json', { sentences: null, prompt_tokens: 700 }],
  ] as const)('names the reason %s', async (outcome, mode, values) => {
    gemini.mode = mode;

    expect((await ask('draft')).reason).toBe(outcome);

    const row = await eventually(async () => (await rows())[0] ?? false);
    expect(row).toMatchObject({ outcome, attempts: 1, ...values });
  });

  it('has no row for a ticket that does not exist', async () => {
    await ask('draft', 2_000_000_000);
    await draft();

    expect(await rows()).toHaveLength(1);
  });

  it('outlives its ticket', async () => {
    const id = await draft();
    await api.database.query('DELETE FROM tickets WHERE id = $1', [ticketId]);

    expect(await rowOf(id)).toMatchObject({ ticket_id: ticketId });
  });

  it('writes nothing without a model', async () => {
    const keyless = await startTestApp();
    const payload = aTicket();
    const { id } = (await keyless.inject({ method: 'POST', url: '/api/tickets/', payload })).json<{ id: number }>();
    await keyless.inject({ method: 'POST', url: `/api/tickets/${id}/draft/` });
    await keyless.app.get(TextLedger).beforeApplicationShutdown(); // writes what waits

    expect(await keyless.database.query('SELECT id FROM written_texts')).toEqual([]);
    await keyless.close();
  });

  it('lets texts and replies pass while it cannot write', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    await api.database.query('ALTER TABLE written_texts RENAME TO texts_away');
    const { id } = await ask('draft');
    await send({ draft_id: id });
    await eventually(() => warn.mock.calls.filter(([text]) => String(text).includes('be recorded')).length === 2);
    await api.database.query('ALTER TABLE texts_away RENAME TO written_texts');
    warn.mockRestore();

    expect(id).toMatch(/^[\da-f-]{36}$/);
  });

  it('keeps no row for longer than suggestions, over several batches', async () => {
    const recent = await draft();
    await api.database.query(
      `INSERT INTO written_texts (id, asked_at, kind, ticket_id, outcome, model, prompt_version, attempts, latency_ms)
       SELECT gen_random_uuid(), now() - interval '101 days', 'draft', 1, 'timeout', 'm', 1, 1, 1 FROM generate_series(1, $1::int)`,
      [DELETION_BATCH + 1],
    );

    await api.app.get(TextRetention).run(new AbortController().signal);

    expect((await rows()).map(({ id }) => id)).toEqual([recent]);
  });

  onServer('deletes the other rows while another process deletes the oldest ones', async () => {
    await api.database.query(
      `INSERT INTO written_texts (id, asked_at, kind, ticket_id, outcome, model, prompt_version, attempts, latency_ms)
       SELECT gen_random_uuid(), now() - make_interval(days => 101, secs => n), 'draft', 1, 'timeout', 'm', 1, 1, 1
       FROM generate_series(1, $1::int) AS n`,
      [DELETION_BATCH + 1],
    );
    const process = api.database.createQueryRunner();
    await process.startTransaction();
    await process.query(
      'DELETE FROM written_texts WHERE id IN (SELECT id FROM written_texts ORDER BY asked_at LIMIT $1)',
      [DELETION_BATCH],
    );

    await api.app.get(TextRetention).run(new AbortController().signal);
    const left = (await rows()).length; // those of the other process, which has not committed
    await process.commitTransaction();
    await process.release();

    expect([left, (await rows()).length]).toEqual([DELETION_BATCH, 0]);
  });
});

describe('a reply that began as a draft', () => {
  it('marks it as sent, with the number of words that differ', async () => {
    const id = await draft();

    await send({ draft_id: id, draft_edit_distance: 3 });

    expect(await sentRow(id)).toMatchObject({ edit_distance: 3, kind: 'draft' });
  });

  it('may be sent through another process, and say no number', async () => {
    const id = await draft();

    await send({ draft_id: id.toUpperCase() }, { app: { ...api, inject: other.inject } });

    expect(await sentRow(id)).toMatchObject({ edit_distance: null });
  });

  // The draft has 5 words.
  it.each([
    [100_000, 'a b', 5],
    [0, 'a b', 3],
    [0, 'one two three four five six seven', 2],
    [100_000, 'one two three four five six seven', 7],
    [4, '…', 5],
  ])('is not believed that %d words differ in a reply %j', async (draft_edit_distance, body, distance) => {
    const id = await draft();

    await send({ draft_id: id, draft_edit_distance, body });

    expect(await sentRow(id)).toMatchObject({ edit_distance: distance });
  });

  it('counts once', async () => {
    const id = await draft();
    const client_key = randomUUID();
    await send({ draft_id: id, draft_edit_distance: 1, client_key });
    const { sent_at } = await sentRow(id);

    await send({ draft_id: id, draft_edit_distance: 4, client_key }, { status: 200 });
    await send({ draft_id: id, draft_edit_distance: 4 });
    await draft(); // the next thing that is written

    expect(await rowOf(id)).toMatchObject({ sent_at, edit_distance: 1 });
  });

  it('is none if the id is that of a summary, of another ticket, of nothing, or if it is a note or refused', async () => {
    const id = await draft();
    const summary = (await ask('summary')).id;
    await send({ draft_id: summary });
    await send({ draft_id: id }, { ticket: await file() });
    await send({ draft_id: randomUUIDv7() });
    await send({ draft_id: randomUUID() });
    await send({ draft_id: id, visibility: 'internal' });
    await send({ draft_id: id, seen_event_id: 0 }, { status: 409 });
    await draft();

    expect((await rows()).filter((row) => row['sent_at'] !== null)).toEqual([]);
  });

  it.each([
    [{ draft_id: 'a draft' }, '/draft_id'],
    [{ draft_id: 7 }, '/draft_id'],
    [{ draft_id: null }, '/draft_id'],
    [{ draft_edit_distance: -1 }, '/draft_edit_distance'],
    [{ draft_edit_distance: 1.5 }, '/draft_edit_distance'],
    [{ draft_edit_distance: 100_001 }, '/draft_edit_distance'],
    [{ draft_edit_distance: '3' }, '/draft_edit_distance'],
  ])('is refused with %j', async (fields, pointer) => {
    const payload = { visibility: 'public', body: 'Hello', ...fields };
    const response = await api.inject({ method: 'POST', url: `/api/tickets/${ticketId}/messages`, payload });

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ pointer }] });
  });
});
