import { setImmediate as nextTurn } from 'node:timers/promises';
import { openResponse } from '../../testing/open-response';
import { startTestApp } from '../../testing/test-app';
import { Followers } from './followers';
import type { LiveStream } from './live-stream';
import { LiveStreams } from './live-streams';

/** Larger than the buffer of a connection, so that a few messages fill it. */
const MESSAGE = { ticket_id: 1, people: [{ id: 1, name: 'A'.repeat(100_000), doing: 'reading' as const }] };

it('stops while a reader does not take what its stream has sent', async () => {
  const api = await startTestApp();
  const open = jest.spyOn(api.app.get(LiveStreams), 'open');
  const reader = await openResponse(api, '/api/events'); // reads nothing
  const { body } = (await open.mock.results[0]?.value) as LiveStream;
  while (body.readableLength === 0) {
    api.app.get(Followers).onPresence([MESSAGE]);
    await nextTurn();
  }

  await api.close();

  expect(reader.complete).toBe(false);
  reader.destroy();
});
