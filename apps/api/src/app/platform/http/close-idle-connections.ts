import type { FastifyInstance } from 'fastify';

const CHECK_INTERVAL_MS = 50;

/**
 * Closes each connection after its last response while the server stops, and announces it with `Connection: close`.
 * Node closes idle connections only once, when the stop begins. A connection that is busy at that moment would stay open,
 * and keep the process running, until its client closes it.
 */
export function closeIdleConnections(fastify: FastifyInstance): void {
  let stopping = false;
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) reply.header('Connection', 'close');
    done();
  });
  fastify.addHook('preClose', (done) => {
    stopping = true;
    const { server } = fastify;
    const timer = setInterval(() => server.closeIdleConnections(), CHECK_INTERVAL_MS);
    server.once('close', () => clearInterval(timer));
    timer.unref();
    done();
  });
}
