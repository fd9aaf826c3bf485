import { randomUUIDv7 } from 'node:crypto';
import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { FinalLabels } from './final-labels';
import { BATCH_SIZE, SuggestionRetention } from './suggestion-retention';

type Row = Readonly<Record<string, unknown>>;

const { signal } = new AbortController();
let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({ SUGGESTION_DAYS: 100 });
});
beforeEach(async () => {
  for (const table of ['suggestions', 'suggestion_day_counts', 'tickets'])
    await api.database.query(`DELETE FROM ${table}`);
});
afterAll(() => api.close());

const setFinalLabels = () => api.app.get(FinalLabels).run(signal);
const retain = () => api.app.get(SuggestionRetention).run(signal);

async function insert(values: Row = {}): Promise<string> {
  const row: Row = {
    id: randomUUIDv7(),
    asked_at: new Date().toISOString(),
    outcome: 'answered',
    is_blind: false,
    ...values,
  };
  const names = Object.keys(row);
  await api.database.query(
    `INSERT INTO suggestions (${names.join(', ')}) VALUES (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(row),
  );
  return String(row['id']);
}

async function aFiledTicket(fields: object = {}): Promise<number> {
  const { identifiers } = await api.database.getRepository('Ticket').insert(aTicket(fields));
  return Number(identifiers[0]?.['id']);
}

const chosen = (ticketId: number): Row => ({
  ticket_id: ticketId,
  chosen_category: 'account',
  chosen_priority: 'medium',
  chosen_at: new Date().toISOString(),
});

const rowOf = async (id: string): Promise<Row | undefined> =>
  (await api.database.query<Row[]>('SELECT * FROM suggestions WHERE id = $1', [id]))[0];

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();

describe('the final labels', () => {
  it.each(['resolved', 'closed'] as const)('are those of a ticket that is %s', async (status) => {
    const id = await insert(chosen(await aFiledTicket({ status, category: 'billing', priority: 'high' })));

    await setFinalLabels();

    expect(await rowOf(id)).toMatchObject({
      final_category: 'billing',
      final_priority: 'high',
      final_by: 'resolution',
    });
  });

  it('stay open while people work on the ticket', async () => {
    const id = await insert(chosen(await aFiledTicket({ status: 'in_progress' })));
    await setFinalLabels();
    expect(await rowOf(id)).toMatchObject({ final_at: null });
  });

  it('are those of a ticket that nobody has changed for a month', async () => {
    const ticketId = await aFiledTicket();
    await api.database.query('UPDATE tickets SET created_at = $2, updated_at = $2 WHERE id = $1', [
      ticketId,
      daysAgo(31),
    ]);
    const id = await insert(chosen(ticketId));
    await setFinalLabels();
    expect(await rowOf(id)).toMatchObject({ final_category: 'account', final_by: 'age' });
  });

  it('do not change when the ticket is opened again', async () => {
    const ticketId = await aFiledTicket({ status: 'resolved' });
    const id = await insert(chosen(ticketId));
    await setFinalLabels();
    await api.database.query(`UPDATE tickets SET status = 'open', category = 'general' WHERE id = $1`, [ticketId]);

    await setFinalLabels();

    expect(await rowOf(id)).toMatchObject({ final_category: 'account' });
  });

  it('reach suggestions behind a batch of open tickets', async () => {
    const open = await aFiledTicket();
    await api.database.query(
      `INSERT INTO suggestions (id, asked_at, outcome, ticket_id, chosen_at, chosen_category, chosen_priority)
       SELECT lpad(n::text, 32, '0')::uuid, now(), 'answered', $1::integer, now(), 'general', 'low' FROM generate_series(1, $2::int) AS n`,
      [open, 1000],
    );
    const id = await insert(chosen(await aFiledTicket({ status: 'resolved' })));

    await setFinalLabels();

    expect(await rowOf(id)).toMatchObject({ final_by: 'resolution' });
  });
});

describe('the retention', () => {
  it('keeps the counts of a day in place of old suggestions', async () => {
    const old: Row = {
      asked_at: daysAgo(101),
      model: 'gemini-flash',
      prompt_version: 2,
      category: 'billing',
      priority: 'high',
      local_model: 'learned',
      local_category: 'account',
      local_confidence: 0.95,
      shown_at: daysAgo(101),
      ...chosen(await aFiledTicket()),
    };
    await insert(old);
    await insert(old);
    await insert({ ...old, is_blind: true, shown_at: null });
    const recent = await insert({ ...old, asked_at: daysAgo(99) });

    expect(await retain()).toBe(3);

    expect(await api.database.query('SELECT id FROM suggestions')).toEqual([{ id: recent }]);
    const counts = await api.database.query<Row[]>(
      'SELECT provider, model, field, seen, suggested, chosen, final, bin, number FROM suggestion_day_counts ORDER BY provider, field, seen',
    );
    expect(counts.filter(({ field }) => field === 'category')).toEqual([
      {
        provider: 'gemini',
        model: 'gemini-flash',
        field: 'category',
        seen: 'blind',
        suggested: 'billing',
        chosen: 'account',
        final: '',
        bin: 0,
        number: 1,
      },
      {
        provider: 'gemini',
        model: 'gemini-flash',
        field: 'category',
        seen: 'shown',
        suggested: 'billing',
        chosen: 'account',
        final: '',
        bin: 0,
        number: 2,
      },
      {
        provider: 'local',
        model: 'learned',
        field: 'category',
        seen: 'blind',
        suggested: 'account',
        chosen: 'account',
        final: '',
        bin: 10,
        number: 1,
      },
      {
        provider: 'local',
        model: 'learned',
        field: 'category',
        seen: 'unseen',
        suggested: 'account',
        chosen: 'account',
        final: '',
        bin: 10,
        number: 2,
      },
    ]);
  });

  it('adds later suggestions of the same day to its counts, over many batches', async () => {
    const at = daysAgo(150);
    for (let round = 0; round < 2; round++) {
      await api.database.query(
        `INSERT INTO suggestions (id, asked_at, outcome, is_blind, local_model, local_category)
         SELECT gen_random_uuid(), $1, 'timeout', false, 'words', 'billing' FROM generate_series(1, $2::int)`,
        [at, BATCH_SIZE + 1],
      );
      expect(await retain()).toBe(BATCH_SIZE + 1);
    }

    const [{ number }] = await api.database.query<[{ number: number }]>(
      `SELECT sum(number)::int AS number FROM suggestion_day_counts WHERE field = 'category' AND suggested = 'billing'`,
    );
    expect(number).toBe(2 * (BATCH_SIZE + 1));
  });

  it('deletes choices for suggestions that never came, and counts them as not recorded', async () => {
    const ticketId = await aFiledTicket();
    const lostAt = daysAgo(2);
    for (let n = 0; n < 2; n++) await insert({ outcome: null, is_blind: null, asked_at: lostAt, ...chosen(ticketId) });
    const young = await insert({ outcome: null, is_blind: null, ...chosen(ticketId) });

    await retain();

    expect(await api.database.query('SELECT id FROM suggestions')).toEqual([{ id: young }]);
    expect(await api.database.query('SELECT * FROM suggestion_day_counts')).toEqual([]);
    const losses = await api.database.query<unknown[]>('SELECT day::text, number FROM suggestion_losses');
    expect(losses).toEqual([{ day: new Date(lostAt).toISOString().slice(0, 10), number: 2 }]);
  });
});
