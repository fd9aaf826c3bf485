import type { FastifyInstance } from 'fastify';
import type { Shutdown } from '../context/shutdown';

/** Counts running requests for the orderly stop. From the drain on, each response announces that its connection closes. */
export function countRunningRequests(fastify: FastifyInstance, shutdown: Shutdown): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.raw.once('close', shutdown.countRequest());
    done();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (shutdown.isStopping) reply.header('Connection', 'close');
    done();
  });
}
