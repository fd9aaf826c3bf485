import { retryingFetch } from './retrying-fetch';

const ok = () => Promise.resolve(Response.json({ id: 1 }));
const answer =
  (status: number, body: object = {}, headers: Record<string, string> = {}) =>
  () =>
    Promise.resolve(Response.json(body, { status, headers }));
const broken = () => Promise.reject(new TypeError('fetch failed'));

/** Sends a request whose attempts get these responses, in order. */
async function send(answers: readonly (() => Promise<Response>)[], init: RequestInit = {}, tries?: number) {
  const sent: Request[] = [];
  const fetch = retryingFetch(
    (request) => {
      sent.push(request);
      return (answers[sent.length - 1] ?? ok)();
    },
    { firstDelayMs: 0, maxDelayMs: 1, ...(tries && { tries }) },
  );
  const result = await fetch(new Request('http://docket/api/tickets/', init)).catch((error: unknown) => error);
  return { sent, result };
}

const POST = { method: 'POST', body: '{"title":"a"}' };
const keys = (sent: readonly Request[]) => sent.map(({ headers }) => headers.get('Idempotency-Key'));

it.each([
  ['a broken connection', broken],
  ['a server that is busy', answer(503)],
  ['a proxy without a server', answer(502)],
  ['too many requests', answer(429, {}, { 'Retry-After': '1' })],
  ['a first request that still runs', answer(409, { type: '/problems/idempotency-key-in-flight' })],
])('repeats a POST after %s, with the same key and body', async (_, first) => {
  const { sent, result } = await send([first, first, ok], POST);

  expect((result as Response).status).toBe(200);
  expect(new Set(keys(sent)).size).toBe(1);
  expect(keys(sent)[0]).toMatch(/^[\da-f-]{36}$/);
  expect(await sent[2]?.text()).toBe(POST.body);
});

it.each([
  ['a request that is not valid', answer(400)],
  ['a conflict of another kind', answer(409, { type: '/problems/team-name-taken' })],
  ['an internal error', answer(500)],
])('does not repeat after %s', async (_, first) => {
  const { sent, result } = await send([first], POST);

  expect(sent).toHaveLength(1);
  expect((result as Response).status).toBe((await first()).status);
});

it('does not repeat a POST that the API would do again', async () => {
  const fetch = retryingFetch(broken, { firstDelayMs: 0 });

  await expect(fetch(new Request('http://docket/api/tickets/7/draft', POST))).rejects.toThrow('fetch failed');
});

it('keeps the key that the caller chose', async () => {
  const { sent } = await send([broken], { ...POST, headers: { 'Idempotency-Key': 'mine' } });

  expect(keys(sent)).toEqual(['mine', 'mine']);
});

it('repeats a PATCH only if it names the version that it changes', async () => {
  const patch = { method: 'PATCH', body: '{}' };

  expect((await send([broken], patch)).sent).toHaveLength(1);
  expect((await send([broken], { ...patch, headers: { 'If-Match': '"1-1"' } })).sent).toHaveLength(2);
});

it('gives up after the last try', async () => {
  const failing = Array<() => Promise<Response>>(9).fill(broken);
  const { sent, result } = await send(failing, {}, 3);

  expect(sent).toHaveLength(3);
  expect(result).toBeInstanceOf(TypeError);
});

it('stops when the caller aborts', async () => {
  const controller = new AbortController();
  const fetch = retryingFetch(broken, { firstDelayMs: 60_000 });
  const sent = fetch(new Request('http://docket/', { signal: controller.signal }));
  controller.abort(new Error('enough'));

  await expect(sent).rejects.toThrow('enough');
});
