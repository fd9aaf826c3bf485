import fastify from 'fastify';
import { toProblem } from './problem';
import { sendProblem } from './send-problem';

it('removes the headers of the failed response only', async () => {
  const server = fastify();
  server.get('/', (request, reply) => {
    reply.headers({ ETag: '"7-3"', Location: '/7', Link: '</8>', 'Content-Length': 1, 'X-Request-Id': 'abc' });
    sendProblem(reply, toProblem(new Error('no'), request));
  });

  const { statusCode, headers, body } = await server.inject('/');

  expect(statusCode).toBe(500);
  expect(headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'x-request-id': 'abc',
  });
  for (const name of ['etag', 'location', 'link']) expect(headers).not.toHaveProperty(name);
});
