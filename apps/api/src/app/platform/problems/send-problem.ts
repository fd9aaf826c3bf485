import type { FastifyReply } from 'fastify';
import type { Problem } from './problem';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Responds with a problem document, without the headers that describe the failed response. */
export function sendProblem(reply: FastifyReply, { document, headers }: Problem): void {
  for (const name of ['etag', 'link', 'location', 'content-length']) reply.removeHeader(name);
  void reply.status(document.status).headers(headers).type(PROBLEM_TYPE).send(JSON.stringify(document));
}
