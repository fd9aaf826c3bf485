import { text } from 'node:stream/consumers';
import type { FeedEvent } from '../history';
import { LiveStream } from './live-stream';

const anEvent = (id: number, is_settled = true): FeedEvent => ({
  epoch: '1',
  horizon: '700',
  id: String(id),
  kind: 'ticket.changed',
  ticket_id: id,
  fields: ['status'],
  actor_kind: 'human',
  actor_id: 3,
  is_settled,
});

const at = (id: number) => ({ epoch: '1', horizon: '700', id: String(id) });

/** The position from which a browser resumes after a number of messages (HTML Standard, 9.2.6), and the events that it has. */
function afterMessages(stream: string, count: number) {
  const got = stream.split('\n\n').slice(0, count).join('\n\n');
  const position = [...got.matchAll(/^id: 1\.700\.(\d+)$/gm)].at(-1)?.[1];
  return { position: Number(position), events: [...got.matchAll(/"event_id":(\d+)/g)].map(([, id]) => Number(id)) };
}

describe('LiveStream', () => {
  it('spreads the return of its readers over some seconds when the server stops', async () => {
    const waits = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const stream = new LiveStream();
        stream.start(at(1), []);
        stream.endForRestart();
        return Number(/retry: (\d+)\n\n$/.exec(await text(stream.body))?.[1]);
      }),
    );

    expect(waits.every((ms) => ms >= 1000 && ms <= 5000)).toBe(true);
    expect(new Set(waits).size).toBeGreaterThan(10);
  });

  it.each([
    ['missed events', (stream: LiveStream) => stream.catchUp([anEvent(2), anEvent(3), anEvent(4)], at(4))],
    [
      'new events',
      (stream: LiveStream) => {
        stream.catchUp([], at(1));
        stream.send([anEvent(2), anEvent(3)], at(3));
        stream.send([anEvent(5), anEvent(4, false)], at(5));
      },
    ],
    [
      'events that have been held',
      (stream: LiveStream) => {
        stream.send([anEvent(3), anEvent(4)], at(4));
        stream.catchUp([anEvent(2)], at(2));
      },
    ],
  ])(
    'lets a reader whose connection breaks between %s resume before those that it has not got',
    async (_what, tell) => {
      const stream = new LiveStream();
      stream.start(at(1), []);
      tell(stream);
      stream.end();

      const told = await text(stream.body);

      const messages = told.split('\n\n').length - 1;
      expect(afterMessages(told, messages).events.length).toBeGreaterThan(0);
      for (let count = 1; count <= messages; count++) {
        const { position, events } = afterMessages(told, count);
        const all = afterMessages(told, messages).events;
        const missed = all.filter((id) => id <= position && !events.includes(id));
        expect({ count, missed }).toEqual({ count, missed: [] });
      }
      expect(afterMessages(told, messages).position).toBe(Math.max(...afterMessages(told, messages).events));
    },
  );
});
