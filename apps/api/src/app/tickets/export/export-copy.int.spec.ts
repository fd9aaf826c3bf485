import { setTimeout as sleep } from 'node:timers/promises';
import { aTicket } from '../../../testing/a-ticket';
import { settledFeed } from '../../../testing/settled-feed';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ChangesDto } from '../../live/changes/changes.dto';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { Transactions } from '../../platform/database/transactions';
import { TicketWriter } from '../write/ticket-writer';
import type { ExportedTicketDto } from './exported-ticket.dto';

// Copies all tickets by an export and the changes after it, under concurrent writes.

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

const WRITERS = 8;
const TICKETS = 4000;

/** Files, changes, imports and deletes tickets until stopped. */
async function write(seed: number, stop: AbortSignal): Promise<void> {
  const writer = api.app.get(TicketWriter);
  for (let turn = 0; !stop.aborted; turn++) {
    const work = api.app.get(Transactions).run(async (manager) => {
      const id = 1 + ((seed * 7919 + turn * 104729) % TICKETS);
      await writer.update(LOCAL_ACTOR, id, { title: `${seed} ${turn}`, tags: [`t${turn % 3}`] });
      await sleep((seed + turn) % 3);
      if (turn % 3 === 0) await writer.create(LOCAL_ACTOR, aTicket({ title: `new ${seed} ${turn}` }));
      if (turn % 7 === 0) {
        const batch = [1, 2, 3].map((n) => aTicket({ externalId: `${seed}-${turn}-${n}` }));
        await writer.createMany(LOCAL_ACTOR, batch);
      }
      if (turn % 5 === 0) await manager.query('DELETE FROM tickets WHERE id = $1', [id]);
      if ((seed + turn) % 11 === 0) throw new Error('changed our minds');
    });
    await work.catch(() => undefined);
    await sleep(1);
  }
}

it('is exactly the tickets of the database after 8 writers', async () => {
  await api.app.get(TicketWriter).createMany(
    LOCAL_ACTOR,
    Array.from({ length: TICKETS }, (_, n) => aTicket({ title: `Ticket ${n}` })),
  );
  const stopping = new AbortController();
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, seed) => write(seed, stopping.signal)));
  await sleep(50);

  const response = await api.inject({ method: 'GET', url: '/api/export' });
  const copy = new Map<number, ExportedTicketDto>();
  for (const line of response.body.split('\n').slice(0, -2)) {
    const ticket = JSON.parse(line) as ExportedTicketDto;
    copy.set(ticket.id, ticket);
  }
  let cursor = String(response.headers['docket-changes-cursor']);
  let changes = 0;
  for (let isDone = false; !isDone;) {
    const isLast = stopping.signal.aborted;
    if (isLast) await settledFeed(api);
    const page = await api.inject({ method: 'GET', url: `/api/changes?include=ticket&limit=50&cursor=${cursor}` });
    if (page.statusCode === 503) {
      await sleep(50); // without a pause, the machine stays busy: ask again with the same cursor
      continue;
    }
    const { changes: read, next, caught_up: isCaughtUp, restored } = page.json<ChangesDto>();
    expect([page.statusCode, restored]).toEqual([200, false]);
    for (const { ticket_id, ticket } of read) {
      if (ticket) copy.set(ticket_id, ticket);
      else copy.delete(ticket_id);
    }
    cursor = next;
    changes += read.length;
    isDone = isLast && isCaughtUp;
    if (changes > 1000 && !stopping.signal.aborted) {
      stopping.abort();
      await writing;
    }
  }

  const stored = await api.inject({ method: 'GET', url: '/api/export' });
  const lines = stored.body.split('\n').slice(0, -2);
  expect([...copy.values()].sort((one, other) => one.id - other.id)).toEqual(
    lines.map((line) => JSON.parse(line) as ExportedTicketDto),
  );
  expect(changes).toBeGreaterThan(1000);
});
