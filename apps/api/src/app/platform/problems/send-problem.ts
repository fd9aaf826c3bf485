import type { FastifyReply } from 'fastify';
import type { Problem } from './problem';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Answers with a problem document. Headers that spoke of an answer that is not given are taken back. */
export function sendProblem(reply: FastifyReply, { document, headers }: Problem): void {
  for (const name of ['etag', 'link', 'location', 'content-length']) reply.removeHeader(name);
  void reply.status(document.status).headers(headers).type(PROBLEM_TYPE).send(JSON.stringify(document));
}
