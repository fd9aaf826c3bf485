import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

/** Texts that repeat themselves, among them the signs of regular expressions and of LIKE. */
const PARTS = ['a', 'ab', '-', '.', '\\', '%', '_', '*', '***=', '(?i)x', '[^a]', '^$', '漢', '🔥', 'ß', 'a\u0301'];
const REPEATED = PARTS.map((part) => part.repeat(120 / part.length));

async function titles(path: string, search: string): Promise<string[]> {
  const { statusCode, body } = await api.inject({
    method: 'GET',
    url: `${path}?q=${encodeURIComponent(`"${search}"`)}`,
  });

  expect([search, statusCode]).toEqual([search, 200]);
  return [...body.matchAll(/"title":"([^"]*)"/g)].map(([, title]) => title ?? '');
}

it('finds what repeats itself, in the list and in an export, as it is written', async () => {
  for (const [index, text] of REPEATED.entries()) {
    const description = `Before. ${text}${text} After.`;
    const payload = { title: `Part ${index}`, description, category: 'general', priority: 'low' };
    await api.inject({ method: 'POST', url: '/api/tickets/', payload });
  }

  for (const [index, text] of REPEATED.entries()) {
    expect([text, await titles('/api/tickets/', text)]).toEqual([text, [`Part ${index}`]]);
    expect([text, await titles('/api/export/', text)]).toEqual([text, [`Part ${index}`]]);
  }
});

it.each([`${'a'.repeat(199)}b`, `b${'a'.repeat(100)}`, `${'ab'.repeat(50)}b`, `${'.'.repeat(40)}a`])(
  'does not find what ends differently: %s',
  async (text) => {
    expect(await titles('/api/tickets/', text)).toEqual([]);
  },
);
