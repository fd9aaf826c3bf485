import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { Ticket } from '../model/ticket.entity';
import { TicketWriter } from './ticket-writer';

const LONG_AGO = new Date('2026-03-02T09:00:00Z');

/** The columns that do not raise the version: nobody is told of their changes either. */
const OTHER_COLUMNS = ['created_at', 'external_id', 'folded_text', 'id', 'updated_at', 'version'];

let api: TestApp;
let id: number;
beforeAll(async () => {
  api = await startTestApp();
  await sql(`INSERT INTO teams (name, name_key) VALUES ('Phones', 'phones')`);
  await sql(`INSERT INTO requesters (email) VALUES ('ada@example.com')`);
  await sql(`INSERT INTO users (name, email, role, state) VALUES ('Ada', 'ada@example.org', 'agent', 'invited')`);
});
afterAll(() => api.close());
beforeEach(async () => {
  const ticket = aTicket({ title: 'Before', createdAt: LONG_AGO, updatedAt: LONG_AGO });
  const { identifiers } = await api.database.getRepository(Ticket).insert(ticket);
  id = identifiers[0]?.['id'] as number;
});

const sql = <T = unknown>(text: string, values: unknown[] = []) => api.database.query<T[]>(text, values);
const set = (assignments: string) => sql(`UPDATE tickets SET ${assignments} WHERE id = $1`, [id]);
const stored = () => api.database.getRepository(Ticket).findOneByOrFail({ id });
const changes = () =>
  sql(`SELECT change FROM ticket_events WHERE ticket_id = $1 AND kind = 'ticket.changed' ORDER BY id`, [id]);

/** Whether the version and the time stayed as they were. */
const expectUntouched = async () => expect(await stored()).toMatchObject({ version: 1, updatedAt: LONG_AGO });

describe('a change of a ticket by SQL', () => {
  it.each([
    ['title', `'After'`],
    ['description', `'After'`],
    ['category', `'billing'`],
    ['priority', `'critical'`],
    ['status', `'closed'`],
    ['requester_id', '(SELECT id FROM requesters)'],
    ['assignee_id', '(SELECT id FROM users)'],
    ['team_id', '(SELECT id FROM teams)'],
    ['tags', `'{vip}'`],
  ])('of the column %s raises version and updated_at, and is one event', async (column, value) => {
    await set(`${column} = ${value}`);

    const after = await stored();
    expect(after.version).toBe(2);
    expect(after.updatedAt.getTime()).toBeGreaterThan(LONG_AGO.getTime());
    expect(await changes()).toEqual([{ change: { [column]: expect.any(Array) as unknown } }]);
  });

  it('may raise them itself', async () => {
    await set(`status = 'closed', version = version + 3, updated_at = '2026-04-01T00:00:00Z'`);

    expect(await stored()).toMatchObject({ version: 4, updatedAt: new Date('2026-04-01T00:00:00Z') });
  });

  it('raises the one that the writer leaves or lowers', async () => {
    await set(`status = 'closed', version = version + 1`);
    const byVersion = await stored();
    await set(`status = 'open', version = 1, updated_at = '9999-01-01T00:00:00Z'`);

    expect(byVersion.version).toBe(2);
    expect(byVersion.updatedAt.getTime()).toBeGreaterThan(LONG_AGO.getTime());
    expect(await stored()).toMatchObject({ version: 3, updatedAt: new Date('9999-01-01T00:00:00Z') });
  });

  it('raises the version of each ticket of a statement, and only of those that change', async () => {
    const { identifiers } = await api.database
      .getRepository(Ticket)
      .insert([aTicket({ status: 'closed' }), aTicket({ status: 'open' })]);
    const ids = [id, ...identifiers.map((made) => made['id'] as number)];

    await sql(`UPDATE tickets SET status = 'closed' WHERE id = ANY($1)`, [ids]);

    expect(await sql('SELECT version FROM tickets WHERE id = ANY($1) ORDER BY id', [ids])).toEqual([
      { version: 2 },
      { version: 1 },
      { version: 2 },
    ]);
  });

  it.each([
    ['sets current values', `status = status, title = 'Before', tags = '{}', requester_id = NULL`],
    ['folds the text again', 'folded_text = NULL'],
    ['sets an external id', `external_id = 'A-' || id`],
  ])('raises nothing if it %s', async (_case, assignments) => {
    await set(assignments);

    await expectUntouched();
    expect(await changes()).toEqual([]);
  });

  it('raises nothing if it corrects only the time or the version', async () => {
    await set(`version = 9, updated_at = '2026-01-01T00:00:00Z'`);

    expect(await stored()).toMatchObject({ version: 9, updatedAt: new Date('2026-01-01T00:00:00Z') });
  });
});

it('the writer raises the version by one, also within a millisecond', async () => {
  const writer = api.app.get(TicketWriter);
  for (const title of ['One', 'Two', 'Three']) await writer.update(LOCAL_ACTOR, id, { title });

  expect(await stored()).toMatchObject({ title: 'Three', version: 4 });
});

it('the trigger has every column that people change', async () => {
  const others = await sql(`
    SELECT attname AS name FROM pg_attribute WHERE attrelid = 'tickets'::regclass AND attnum > 0 AND NOT attisdropped
      AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'tickets_versioned' AND attnum = ANY(tgattr)) ORDER BY attname`);

  // Another column that people change belongs into the trigger and the history: see "Adding a field" in docs/architecture.md.
  expect(others).toEqual(OTHER_COLUMNS.map((name) => ({ name })));
});
