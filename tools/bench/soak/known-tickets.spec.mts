import { seededRandom } from '../realistic-tickets.mts';
import { KnownTickets } from './known-tickets.mts';

it('takes a ticket out until it is put back', () => {
  const known = new KnownTickets(seededRandom(1));
  known.add({ location: '/api/tickets/1/', etag: '"1"' });

  const taken = known.take();

  expect(taken).toEqual({ path: '/api/tickets/1/', etag: '"1"' });
  expect([known.take(), known.any()]).toEqual([undefined, undefined]);
  known.put({ path: '/api/tickets/1/', etag: '"2"' });
  expect(known.any()).toEqual({ path: '/api/tickets/1/', etag: '"2"' });
});

it('ignores a response without a location or an entity tag', () => {
  const known = new KnownTickets(seededRandom(1));
  known.add({ location: '/api/tickets/1/' });

  expect(known.any()).toBeUndefined();
});

it('keeps 2000 tickets at most', () => {
  const known = new KnownTickets(seededRandom(1));
  for (let n = 0; n < 2500; n++) known.put({ path: `/api/tickets/${n}/`, etag: '"1"' });

  let count = 0;
  while (known.take()) count++;
  expect(count).toBe(2000);
});
