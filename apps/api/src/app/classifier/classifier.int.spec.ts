import type { FallbackReason } from '@docket/domain';
import { type GeminiStandIn, type StandInMode, startGeminiStandIn } from '../../testing/gemini-stand-in';
import { type TestApp, startTestApp } from '../../testing/test-app';

let api: TestApp;
let gemini: GeminiStandIn;
beforeAll(async () => {
  gemini = await startGeminiStandIn();
  api = await startTestApp({ GEMINI_API_KEY: 'AIza-test-key', GEMINI_BASE_URL: `${gemini.url}/` });
});
afterAll(async () => {
  await api.close();
  await gemini.close();
});

const classify = (payload: unknown, url = '/api/tickets/classify/') =>
  api.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  });

describe('POST /api/tickets/classify/', () => {
  it('suggests what the model says', async () => {
    const answer = await classify({ title: 'Charged twice', description: 'My card was charged for one invoice.' });

    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      suggested_category: 'billing',
      suggested_priority: 'high',
      used_fallback: false,
    });
  });

  it('answers without its trailing slash too', async () => {
    const answer = await classify(
      { description: 'Everyone gets an error on the start page.' },
      '/api/tickets/classify',
    );

    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ suggested_category: 'technical', suggested_priority: 'critical' });
  });

  it('sends the title along with the description', async () => {
    await classify({ title: 'A title', description: 'And a story' });

    expect(gemini.requests.at(-1)?.body.contents?.[0]?.parts[0]?.text).toContain('\nA title\n\nAnd a story\n');
  });

  it('falls back, says why, and still answers 200 when the model gives nothing', async () => {
    gemini.next.push('blocked-prompt');

    const answer = await classify({ description: 'Something that is blocked' });

    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      suggested_category: 'general',
      suggested_priority: 'medium',
      used_fallback: true,
      fallback_reason: 'blocked' satisfies FallbackReason,
    });
  });

  it.each([
    ['no description', {}, '/description'],
    ['an empty description', { description: '' }, '/description'],
    ['a description with nothing to see', { description: ' \n\u200b' }, '/description'],
    ['null for a description', { description: null }, '/description'],
    ['a number for a description', { description: 7 }, '/description'],
    ['NUL in a description', { description: 'NUL \0' }, '/description'],
    ['half a surrogate pair', { description: 'half a pair \ud83d' }, '/description'],
    ['a description that is too long', { description: 'x'.repeat(100_001) }, '/description'],
    ['null for a title', { description: 'fine', title: null }, '/title'],
    ['a title that is too long', { description: 'fine', title: 'x'.repeat(201) }, '/title'],
    ['an unknown field', { description: 'fine', category: 'billing' }, '/category'],
  ])('refuses %s, without a call', async (_what, body, pointer) => {
    const calls = gemini.requests.length;

    const answer = await classify(body);

    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ pointer }] });
    expect(gemini.requests).toHaveLength(calls);
  });

  it('takes a title that is not written yet', async () => {
    const answer = await classify({ title: '', description: 'The story comes first, the title later' });

    expect(answer.json()).toMatchObject({ used_fallback: false });
  });

  it('takes 100,000 emoji and sends the first of them', async () => {
    const answer = await classify({ description: '🧾'.repeat(100_000) });

    expect(answer.json()).toMatchObject({ used_fallback: false });
  });

  it('files a ticket while the model is away', async () => {
    gemini.mode = 'down' satisfies StandInMode;

    const suggestion = await classify({ description: 'The model is away' });
    const filed = await api.inject({
      method: 'POST',
      url: '/api/tickets/',
      payload: { title: 'Away', description: 'The model is away', category: 'general', priority: 'medium' },
    });
    gemini.mode = 'keywords';

    expect(suggestion.json()).toMatchObject({ used_fallback: true, fallback_reason: 'network' });
    expect(filed.statusCode).toBe(201);
  });
});

it('falls back at once, without a call, when there is no key', async () => {
  const keyless = await startTestApp({ GEMINI_BASE_URL: gemini.url });
  const calls = gemini.requests.length;

  const answer = await keyless.inject({
    method: 'POST',
    url: '/api/tickets/classify/',
    payload: { description: 'No key' },
  });
  await keyless.close();

  expect(answer.json()).toMatchObject({ used_fallback: true, fallback_reason: 'not_configured' });
  expect(gemini.requests).toHaveLength(calls);
});
