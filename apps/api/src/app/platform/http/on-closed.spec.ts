import { once } from 'node:events';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { eventually } from '@docket/testing';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { limitLargeBodies } from '../overload/large-bodies';
import { OverloadedException } from '../overload/overloaded.exception';
import { disconnectSignal } from './disconnect-signal';

/** A server whose requests wait in an asynchronous hook, as they do for the check of access, until they are released. */
async function startServer(prepare: (server: FastifyInstance) => void) {
  const waiting: { readonly reply: FastifyReply; readonly release: () => void }[] = [];
  const server = fastify();
  server.addHook('onRequest', (_request, reply) => {
    return new Promise<void>((release) => waiting.push({ reply, release }));
  });
  prepare(server);
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  const open = async (text: string): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(text);
    return socket;
  };
  return { server, waiting, open };
}

/** Lets a request go on after its client has gone. */
async function leaveEarly({ waiting, open }: Awaited<ReturnType<typeof startServer>>, text: string): Promise<void> {
  const socket = await open(text);
  await eventually(() => waiting.length === 1);
  socket.destroy();
  await eventually(() => waiting[0]?.reply.raw.closed === true);
  waiting.pop()?.release();
}

it('has room for large bodies again, although their clients have gone before the bodies are read', async () => {
  let refusals = 0;
  let read = 0;
  const started = await startServer((server) => {
    const refuse = (): OverloadedException => {
      refusals++;
      return new OverloadedException('bodies');
    };
    limitLargeBodies(server, { refuse });
    server.addHook('preParsing', (_request, _reply, payload, done) => {
      read++;
      done(null, payload);
    });
    server.post('/', () => 'ok');
  });
  const headers = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1500000\r\n\r\n[';

  for (let n = 1; n <= 50; n++) {
    await leaveEarly(started, headers);
    await eventually(() => read + refusals === n);
  }
  await started.server.close();

  expect(refusals).toBe(0); // all of them together have more than the 64 MB
});

it('aborts the signal of a client that has gone before the handler runs', async () => {
  let signal: AbortSignal | undefined;
  const started = await startServer((server) => {
    server.get('/', (_request, reply) => {
      signal = disconnectSignal(reply);
      return 'ok';
    });
  });

  await leaveEarly(started, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await eventually(() => signal !== undefined);
  await started.server.close();

  expect(signal?.aborted).toBe(true);
});
