import { Logger } from '@nestjs/common';
import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { LOCAL_ACTOR, SYSTEM_ACTOR } from '../../platform/context/actor';
import { runInContext } from '../../platform/context/work-context';
import { Transactions } from '../../platform/database/transactions';
import { Ticket } from '../model/ticket.entity';
import { TicketWriter } from './ticket-writer';

let api: TestApp;
let writer: TicketWriter;
beforeAll(async () => {
  api = await startTestApp();
  writer = api.app.get(TicketWriter);
});
afterAll(() => api.close());
beforeEach(() => api.database.query('TRUNCATE tickets RESTART IDENTITY CASCADE'));
afterEach(() => jest.restoreAllMocks());

const stored = () => api.database.getRepository(Ticket).find({ order: { id: 'ASC' } });

it('files a ticket and returns the generated columns, but not the search text', async () => {
  const ticket = await writer.create(LOCAL_ACTOR, aTicket());

  expect(Object.keys(ticket).sort()).toEqual(
    [
      ...['id', 'title', 'description', 'category', 'priority', 'status', 'created_at', 'updated_at', 'version'],
      ...['requester', 'assignee', 'team', 'tags'],
    ].sort(),
  );
  expect(ticket).toMatchObject({ id: 1, status: 'open', version: 1 });
});

it('inserts imported tickets in their order, with their times', async () => {
  const createdAt = new Date('2026-03-01T09:00:00Z');
  const updatedAt = new Date('2026-03-02T09:00:00Z');

  await writer.createMany(SYSTEM_ACTOR, [
    aTicket({ title: 'a', status: 'closed', createdAt, updatedAt }),
    aTicket({ title: 'b', createdAt }),
    aTicket({ title: 'c' }),
  ]);

  const [a, b, c] = await stored();
  expect(a).toMatchObject({ title: 'a', status: 'closed', createdAt, updatedAt });
  expect(b).toMatchObject({ title: 'b', status: 'open', createdAt, updatedAt: createdAt });
  expect(c?.updatedAt).toEqual(c?.createdAt);
});

it('stores all tickets or none', async () => {
  const future = new Date('9999-01-01T00:00:00Z');

  await expect(
    writer.createMany(SYSTEM_ACTOR, [aTicket(), aTicket({ title: ' ', createdAt: future })]),
  ).rejects.toThrow();
  expect(await stored()).toEqual([]);
});

it('writes inside the running transaction', async () => {
  const work = api.app.get(Transactions).run(async () => {
    const { id } = await writer.create(LOCAL_ACTOR, aTicket());
    await writer.update(LOCAL_ACTOR, id, { status: 'closed' });
    await writer.createMany(SYSTEM_ACTOR, [aTicket()]);
    throw new Error('changed our minds');
  });

  await expect(work).rejects.toThrow('changed our minds');
  expect(await stored()).toEqual([]);
});

it('changes the given columns only, and nothing without a difference or with another version', async () => {
  const { id } = await writer.create(LOCAL_ACTOR, aTicket({ title: 'before' }));

  expect(await writer.update(LOCAL_ACTOR, id, { title: 'after' }, [1])).toMatchObject({
    outcome: 'changed',
    ticket: { title: 'after', version: 2 },
  });
  expect(await writer.update(LOCAL_ACTOR, id, { title: 'after' })).toMatchObject({
    outcome: 'unchanged',
    ticket: { id },
  });
  expect(await writer.update(LOCAL_ACTOR, id, { title: 'later' }, [1])).toEqual({ outcome: 'version_mismatch' });
  expect(await writer.update(LOCAL_ACTOR, id + 1, { title: 'later' })).toEqual({ outcome: 'missing' });
  expect(await writer.update(LOCAL_ACTOR, id, {})).toMatchObject({ outcome: 'unchanged' });
  expect(await stored()).toMatchObject([{ title: 'after', version: 2, category: 'account' }]);
});

it('logs each write with its actor and request, at the level debug and without the text', async () => {
  const debug = jest.spyOn(Logger.prototype, 'debug').mockImplementation();

  await runInContext({ actor: LOCAL_ACTOR, requestId: 'r-1' }, async () => {
    const { id } = await writer.create(LOCAL_ACTOR, aTicket());
    await writer.update(LOCAL_ACTOR, id, { title: 'A secret' });
  });

  expect(debug.mock.calls).toEqual([
    [{ msg: 'Ticket created', actor: 'local', request_id: 'r-1', ticket_id: 1 }],
    [{ msg: 'Ticket changed', actor: 'local', request_id: 'r-1', ticket_id: 1, columns: ['title'] }],
  ]);
});
