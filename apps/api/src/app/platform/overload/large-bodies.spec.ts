import { eventually } from '@docket/testing';
import fastify, { type LightMyRequestResponse } from 'fastify';
import { acceptJsonBodies } from '../http/json-body';
import { limitLargeBodies } from './large-bodies';
import { OverloadedException } from './overloaded.exception';

/** A server whose requests wait in their handlers until they are released. */
function startServer() {
  const waiting: (() => void)[] = [];
  const server = fastify();
  acceptJsonBodies(server);
  limitLargeBodies(server, { refuse: (overload) => new OverloadedException(overload) });
  server.setErrorHandler((error, _request, reply) =>
    reply.status(error instanceof OverloadedException ? error.getStatus() : 500).send(),
  );
  const handle = () => new Promise<string>((resolve) => waiting.push(() => resolve('ok')));
  server.post('/tickets', handle);
  server.post('/import', { config: { deadline: false } }, handle);
  const post = (bytes: number, url = '/tickets', headers: Record<string, string> = {}) =>
    server.inject({
      method: 'POST',
      url,
      payload: `["${'x'.repeat(bytes - 4)}"]`,
      headers: { 'content-type': 'application/json', ...headers },
    });
  return { post, waiting, release: () => waiting.splice(0).forEach((resolve) => resolve()) };
}

const statusesOf = async (requests: Promise<LightMyRequestResponse>[]) =>
  (await Promise.all(requests)).map(({ statusCode }) => statusCode);

const CHUNKED = { 'transfer-encoding': 'chunked' };

/** Bodies without a length, which count as the largest ones. 42 of them leave a megabyte. */
const postLargest = (post: ReturnType<typeof startServer>['post'], count: number) =>
  Array.from({ length: count }, () => post(10, '/tickets', CHUNKED));

it('serves 42 of the largest bodies at once, refuses more, and has room again after their responses', async () => {
  const { post, waiting, release } = startServer();
  const first = postLargest(post, 42);
  await eventually(() => waiting.length === 42);

  const [refused] = await Promise.all(postLargest(post, 1));
  release();

  expect(refused?.statusCode).toBe(503);
  expect(await statusesOf(first)).toEqual(Array(42).fill(200));
  const again = postLargest(post, 42);
  await eventually(() => waiting.length === 42);
  release();
  expect(await statusesOf(again)).toEqual(Array(42).fill(200));
});

it('counts bodies by their length, but not small ones, nor those that are streamed', async () => {
  const { post, waiting, release } = startServer();
  const largest = postLargest(post, 42);
  await eventually(() => waiting.length === 42);

  const fits = post(600_000);
  await eventually(() => waiting.length === 43);
  const refused = await post(600_000);
  const others = [post(256 * 1024 - 1), post(600_000, '/import')];
  await eventually(() => waiting.length === 45);
  release();

  expect(refused.statusCode).toBe(503);
  expect(await statusesOf([...largest, fits, ...others])).toEqual(Array(45).fill(200));
});
