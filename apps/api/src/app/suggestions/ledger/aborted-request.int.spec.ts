import { once } from 'node:events';
import type { Socket } from 'node:net';
import { eventually } from '@docket/testing';
import { type GeminiStandIn, MODES, type StandInMode, startGeminiStandIn } from '../../../testing/gemini-stand-in';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
let gemini: GeminiStandIn;
beforeAll(async () => {
  gemini = await startGeminiStandIn();
  api = await startTestApp({
    GEMINI_API_KEY: 'AIza-test-key',
    GEMINI_MODEL: 'gemini-flash',
    MODEL_PRICES: 'gemini-flash=0.10/0.40',
    GEMINI_BASE_URL: gemini.url,
  });
  await api.app.listen(0, '127.0.0.1');
});
beforeEach(() => api.database.query('DELETE FROM suggestions'));
afterAll(async () => {
  await api.close();
  await gemini.close();
});

/** Asks for a suggestion, and goes away while the model thinks. Once the API has noticed that, the model responds. */
async function askAndLeave(description: string, response: keyof typeof MODES): Promise<void> {
  const leaving = new AbortController();
  const called = Promise.withResolvers<() => void>();
  gemini.next.push(((...call) => called.resolve(() => MODES[response](...call))) satisfies StandInMode);
  const connection = once(api.app.getHttpServer(), 'connection') as Promise<[Socket]>;
  const request = fetch(`${await api.app.getUrl()}/api/tickets/classify/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ description }),
    signal: leaving.signal,
  });
  const aborted = expect(request).rejects.toThrow('aborted');
  const [socket] = await connection;
  const closed = once(socket, 'close');

  const respond = await called.promise;
  leaving.abort();
  await Promise.all([aborted, closed]);
  respond();
}

const rows = () =>
  eventually(async () => {
    const found = await api.database.query<object[]>('SELECT * FROM suggestions');
    return found.length > 0 && found;
  });

it('has a row for an answer that nobody waited for, with its cost', async () => {
  await askAndLeave('I was charged twice for one invoice', 'keywords');

  expect(await rows()).toMatchObject([
    {
      outcome: 'answered',
      category: 'billing',
      attempts: 1,
      is_cached: false,
      prompt_tokens: 700,
      output_tokens: 12,
      cost_micros: '75',
      ticket_id: null,
      shown_at: null,
    },
  ]);
});

it('has a row for a failure that nobody waited for', async () => {
  await askAndLeave('A text that the service blocks', 'blocked-prompt');

  expect(await rows()).toMatchObject([{ outcome: 'blocked', category: null, attempts: 1, shown_at: null }]);
});
