import fastify from 'fastify';
import '../access/require-access'; // declares request.identity
import { httpOptions } from '../http/http-options';
import { createLogger } from './create-logger';

/** A server with the API's options, and its log lines. */
function startServer(level: string, trustedProxies: readonly string[] = []) {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger(level, { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  const server = fastify(httpOptions(logger, trustedProxies));
  server.get('/api/tickets', (_request, reply) => reply.send([]));
  server.get('/broken', () => Promise.reject(new Error('It broke')));
  server.get('/healthz', (_request, reply) => reply.send('ok'));
  return { server, lines };
}

it('logs one line per request, with its id, without the query or headers', async () => {
  const { server, lines } = startServer('debug');

  await server.inject({
    url: '/api/tickets?search=jane',
    headers: { 'x-request-id': 'abc-1', authorization: 'Bearer hidden', cookie: 'hidden' },
  });

  expect(lines).toEqual([
    {
      level: 30,
      time: expect.any(String) as string,
      request_id: 'abc-1',
      client: '127.0.0.1',
      method: 'GET',
      path: '/api/tickets',
      status: 200,
      ms: expect.any(Number) as number,
    },
  ]);
});

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

it.each([
  [{ kind: 'person', userId: 3 }, 'person:3'],
  [{ kind: 'token', userId: 3, tokenId: 12 }, 'token:12'],
  [{ kind: 'local' }, 'local'],
] as const)('logs the actor %j as %s, and the trace of the client', async (actor, name) => {
  const { server, lines } = startServer('info');
  server.addHook('onRequest', (request, _reply, done) => {
    request.identity = { actor, permissions: new Set() };
    done();
  });

  await server.inject({ url: '/api/tickets', headers: { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` } });
  await server.inject({ url: '/api/tickets', headers: { traceparent: 'made up\n' } });

  expect(lines).toMatchObject([{ actor: name, trace_id: TRACE }, { actor: name }]);
  expect(lines[1]).not.toHaveProperty('trace_id');
});

it('logs one line for an unknown path', async () => {
  const { server, lines } = startServer('debug');

  await server.inject('/nowhere');

  expect(lines).toMatchObject([{ level: 30, path: '/nowhere', status: 404 }]);
});

it('logs server errors as warnings', async () => {
  const { server, lines } = startServer('debug');

  await server.inject('/broken');

  expect(lines.at(-1)).toMatchObject({ level: 40, path: '/broken', status: 500 });
});

it('does not log probes at level info', async () => {
  const { server, lines } = startServer('info');

  await server.inject('/healthz');

  expect(lines).toEqual([]);
});

it.each([
  { trusted: [], from: '10.0.0.7', forwarded: '203.0.113.9', client: '10.0.0.7' },
  { trusted: ['10.0.0.0/8'], from: '10.0.0.7', forwarded: '203.0.113.9', client: '203.0.113.9' },
  { trusted: ['10.0.0.0/8'], from: '10.0.0.7', forwarded: '192.0.2.1, 203.0.113.9', client: '203.0.113.9' },
  { trusted: ['10.0.0.0/8'], from: '198.51.100.1', forwarded: '203.0.113.9', client: '198.51.100.1' },
])('logs the client $client for $forwarded from $from if $trusted is trusted', async (row) => {
  const { server, lines } = startServer('info', row.trusted);

  await server.inject({ url: '/api/tickets', remoteAddress: row.from, headers: { 'x-forwarded-for': row.forwarded } });

  expect(lines).toMatchObject([{ client: row.client }]);
});
