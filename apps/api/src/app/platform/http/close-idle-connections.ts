import type { FastifyInstance } from 'fastify';

/** How often to look for connections that have become idle, in milliseconds. */
const INTERVAL = 50;

/**
 * Closes each connection with its last answer while the server stops, and says so in the answer, for the client to send
 * nothing more on it. Node looks for idle ones only once, at the start of the stop: one that is still busy then would be kept
 * alive, and keep the process alive, until its client lets go.
 */
export function closeIdleConnections(fastify: FastifyInstance): void {
  let stopping = false;
  fastify.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('Connection', 'close');
  });
  fastify.addHook('preClose', (done) => {
    stopping = true;
    const { server } = fastify;
    const timer = setInterval(() => server.closeIdleConnections(), INTERVAL);
    server.once('close', () => clearInterval(timer));
    timer.unref();
    done();
  });
}
