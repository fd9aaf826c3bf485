import type { FallbackReason } from '@docket/domain';
import { type GeminiStandIn, type StandInMode, startGeminiStandIn } from '../../testing/gemini-stand-in';
import { anyString } from '../../testing/matchers';
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
  it('returns the suggestion of the model', async () => {
    const response = await classify({ title: 'Charged twice', description: 'My card was charged for one invoice.' });

    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      suggestion_id: anyString(),
      suggested_category: 'billing',
      suggested_priority: 'high',
      used_fallback: false,
      provider: 'gemini',
    });
  });

  it('accepts the path without a trailing slash', async () => {
    const response = await classify(
      { description: 'Everyone gets an error on the start page.' },
      '/api/tickets/classify',
    );

    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ suggested_category: 'technical', suggested_priority: 'critical' });
  });

  it('sends the title and the description to the model', async () => {
    await classify({ title: 'A title', description: 'And a story' });

    expect(gemini.requests.at(-1)?.body.contents?.[0]?.parts[0]?.text).toContain('\nA title\n\nAnd a story\n');
  });

  it('responds 200 with a fallback and its reason if the model gives no suggestion', async () => {
    gemini.next.push('blocked-prompt');

    const response = await classify({ description: 'Something that is blocked' });

    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      suggestion_id: anyString(),
      suggested_category: 'general',
      suggested_priority: 'medium',
      used_fallback: true,
      fallback_reason: 'blocked' satisfies FallbackReason,
    });
  });

  it.each([
    ['no description', {}, '/description'],
    ['an empty description', { description: '' }, '/description'],
    ['an invisible description', { description: ' \n\u200b' }, '/description'],
    ['null as description', { description: null }, '/description'],
    ['a number as description', { description: 7 }, '/description'],
    ['NUL in a description', { description: 'NUL \0' }, '/description'],
    ['half a surrogate pair', { description: 'half a pair \ud83d' }, '/description'],
    ['a description that is too long', { description: 'x'.repeat(100_001) }, '/description'],
    ['null as title', { description: 'fine', title: null }, '/title'],
    ['a title that is too long', { description: 'fine', title: 'x'.repeat(201) }, '/title'],
    ['an unknown field', { description: 'fine', category: 'billing' }, '/category'],
  ])('rejects %s without a call', async (_case, body, pointer) => {
    const calls = gemini.requests.length;

    const response = await classify(body);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ pointer }] });
    expect(gemini.requests).toHaveLength(calls);
  });

  it('accepts an empty title', async () => {
    const response = await classify({ title: '', description: 'The story comes first, the title later' });

    expect(response.json()).toMatchObject({ used_fallback: false });
  });

  it('accepts 100,000 emoji', async () => {
    const response = await classify({ description: '🧾'.repeat(100_000) });

    expect(response.json()).toMatchObject({ used_fallback: false });
  });

  it('files a ticket while the model is unavailable', async () => {
    gemini.mode = 'down' satisfies StandInMode;

    const suggestion = await classify({ description: 'The model is unavailable' });
    const created = await api.inject({
      method: 'POST',
      url: '/api/tickets/',
      payload: {
        title: 'Unavailable',
        description: 'The model is unavailable',
        category: 'general',
        priority: 'medium',
      },
    });
    gemini.mode = 'keywords';

    expect(suggestion.json()).toMatchObject({ used_fallback: true, fallback_reason: 'network' });
    expect(created.statusCode).toBe(201);
  });
});

const FALLBACK = {
  suggested_category: 'general',
  suggested_priority: 'medium',
  used_fallback: true,
  fallback_reason: 'not_configured',
};
const WORDS = {
  category: 'technical',
  priority: 'critical',
  because: ['Checkout is down for all users in production'],
  model: 'words',
};

it.each([
  [{}, { ...FALLBACK, suggestion_id: anyString(), provider: 'local', local: WORDS }],
  [
    { CLASSIFIER: 'local', GEMINI_API_KEY: 'AIza-key' },
    { ...FALLBACK, suggestion_id: anyString(), provider: 'local', local: WORDS },
  ],
  [{ CLASSIFIER: 'gemini' }, FALLBACK],
  [{ CLASSIFIER: 'none', GEMINI_API_KEY: 'AIza-key' }, FALLBACK],
] as const)('suggests by the words at most, and calls nobody, with %j', async (settings, expected) => {
  const keyless = await startTestApp({ GEMINI_BASE_URL: gemini.url, ...settings });
  const calls = gemini.requests.length;

  const response = await keyless.inject({
    method: 'POST',
    url: '/api/tickets/classify/',
    payload: { description: 'Checkout is down for all users in production.' },
  });
  await keyless.close();

  expect(response.json()).toEqual(expected);
  expect(gemini.requests).toHaveLength(calls);
});

describe('a share of suggestions that a form hides', () => {
  let hiding: TestApp;
  beforeAll(async () => {
    hiding = await startTestApp({ CLASSIFY_BLIND_SHARE: 0.5 });
  });
  afterAll(() => hiding.close());

  /** Asks often enough that chance gives the same answer each time in one of half a million runs. */
  async function ask(headers: Record<string, string>, description = 'Checkout is down for all users in production.') {
    const asked = Array.from({ length: 20 }, () =>
      hiding.inject({ method: 'POST', url: '/api/tickets/classify/', headers, payload: { description } }),
    );
    return (await Promise.all(asked)).map((response) => ({
      blind: response.json<{ blind?: boolean }>().blind,
      applied: response.headers['preference-applied'],
    }));
  }

  it('is hidden by a form that agrees', async () => {
    const answers = await ask({ prefer: 'docket-blind' });

    expect(answers).toContainEqual({ blind: true, applied: 'docket-blind' });
    expect(answers).toContainEqual({ blind: undefined, applied: undefined });
  });

  it('stays hidden, or shown, while a person writes the same ticket', async () => {
    expect((await ask({ prefer: 'docket-blind=hide' })).every(({ blind }) => blind === true)).toBe(true);
    expect((await ask({ prefer: 'docket-blind=show' })).every(({ blind }) => blind === undefined)).toBe(true);
  });

  it('is never hidden from other clients', async () => {
    expect((await ask({})).every(({ blind }) => blind === undefined)).toBe(true);
  });

  it('leaves out texts for which there is no suggestion', async () => {
    const answers = await ask({ prefer: 'docket-blind' }, 'Good morning to all of you');
    expect(answers.every(({ blind }) => blind === undefined)).toBe(true);
  });
});
