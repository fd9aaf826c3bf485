import { randomUUIDv7 } from 'node:crypto';
import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { type DecidedCategory, DecidedCategories } from './decided-categories';

type Row = Readonly<Record<string, unknown>>;

let api: TestApp;
let decided: DecidedCategories;
beforeAll(async () => {
  api = await startTestApp();
  decided = api.app.get(DecidedCategories);
});
beforeEach(async () => {
  for (const table of ['suggestions', 'tickets']) await api.database.query(`DELETE FROM ${table}`);
});
afterAll(() => api.close());

const NOW = '2026-11-01T10:00:00.000Z';

/** A ticket that was filed as `billing` in the form, after Gemini suggested `billing` and the person saw it. */
const UNTOUCHED: Row = {
  asked_at: NOW, outcome: 'answered', surface: 'form', is_blind: false, category: 'billing', shown_at: NOW,
  chosen_category: 'billing', chosen_priority: 'low', chosen_at: NOW,
}; // prettier-ignore

async function file(values: Row = {}, fields: object = {}): Promise<number> {
  const { identifiers } = await api.database
    .getRepository('Ticket')
    .insert(aTicket({ category: (values['chosen_category'] ?? 'billing') as 'billing', ...fields }));
  const ticketId = Number(identifiers[0]?.['id']);
  const row: Row = { ...UNTOUCHED, id: randomUUIDv7(), ticket_id: ticketId, ...values };
  const names = Object.keys(row);
  await api.database.query(
    `INSERT INTO suggestions (${names.join(', ')}) VALUES (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(row),
  );
  return ticketId;
}

async function change(ticketId: number, category: string, actor: string): Promise<void> {
  await api.database.transaction(async (manager) => {
    await manager.query(`SELECT set_config('docket.actor', $1, true)`, [actor]);
    await manager.query('UPDATE tickets SET category = $1 WHERE id = $2', [category, ticketId]);
  });
}

async function newest(): Promise<DecidedCategory[]> {
  const all: DecidedCategory[] = [];
  for await (const batch of decided.newest()) all.push(...batch);
  return all;
}

it.each<[string, Row]>([
  ['a suggestion that is hidden', { is_blind: true, shown_at: null }],
  ['another suggestion that came too late', { category: 'technical', shown_at: null }],
  ['no suggestion', { outcome: 'timeout', category: null, shown_at: null }],
  ['a suggestion of a priority only', { outcome: 'timeout', category: null, local_priority: 'high' }],
  ['a suggestion that the person changed', { category: 'technical' }],
  ['words that the person changed', { outcome: 'not_configured', category: null, local_category: 'account' }],
  ['a model that the person changed, and words that agree with it', { category: 'account', local_category: 'billing' }],
])('is what a person chooses beside %s', async (_, values) => {
  await file(values, { title: 'A title', description: 'A story' });

  expect(await newest()).toEqual([{ title: 'A title', description: 'A story', category: 'billing', chosenAt: NOW }]);
  expect(await decided.count({ atMost: 10 })).toBe(1);
  expect(await decided.count({ atMost: 10, since: '2026-11-01T09:59:59Z' })).toBe(1);
  expect(await decided.count({ atMost: 10, since: NOW })).toBe(0);
});

it.each<[string, Row]>([
  ['a suggestion that the person left alone', {}],
  ['the same as a suggestion that was not reported as shown', { shown_at: null }],
  ['words that the person left alone', { outcome: 'not_configured', category: null, local_category: 'billing' }],
  ['what a program chose', { surface: 'api', shown_at: null, category: 'technical' }],
  ['a choice whose answer is not written', { outcome: null, is_blind: null, category: null, shown_at: null }],
])('is not %s', async (_, values) => {
  await file(values);

  expect(await newest()).toEqual([]);
  expect(await decided.count({ atMost: 10 })).toBe(0);
  expect(await decided.count({ atMost: 10, since: '2026-10-01' })).toBe(0);
});

it('is what a person changes later, whoever filed the ticket', async () => {
  await change(await file(), 'account', 'human:7:1');
  await change(await file({ surface: 'api' }), 'technical', 'local::0');

  expect((await newest()).map(({ category }) => category)).toEqual(['technical', 'account']);
});

it('is not what a program changes later, even if a person had decided', async () => {
  await change(await file(), 'account', 'api:7:1');
  await change(await file({ category: 'technical' }), 'account', 'system::0');

  expect(await newest()).toEqual([]);
});

it('is gone with its ticket', async () => {
  const id = await file({ is_blind: true });
  await api.database.query('DELETE FROM tickets WHERE id = $1', [id]);

  expect(await newest()).toEqual([]);
});

it('comes newest first, over several batches, with texts that are cut', async () => {
  await api.database.query(`
    INSERT INTO tickets (title, description, category, priority)
    SELECT 'Ticket ' || n, repeat('word ', CASE n WHEN 450 THEN 2000 ELSE 1 END), 'billing', 'low' FROM generate_series(1, 450) AS n`);
  await api.database.query(`
    INSERT INTO suggestions (id, asked_at, outcome, surface, is_blind, ticket_id, chosen_category, chosen_priority, chosen_at)
    SELECT ('01900000-0000-7000-8000-' || lpad(substr(title, 8), 12, '0'))::uuid, now(), 'answered', 'form', true, id, category, priority, now()
    FROM tickets`);

  const all = await newest();

  expect(all.map(({ title }) => title)).toEqual(Array.from({ length: 450 }, (_, n) => `Ticket ${450 - n}`));
  expect(all[0]?.description).toHaveLength(8001);
  expect([await decided.count({ atMost: 1000 }), await decided.count({ atMost: 300 })]).toEqual([450, 300]);
});
