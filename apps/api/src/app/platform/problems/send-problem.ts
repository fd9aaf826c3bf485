import type { FastifyReply } from 'fastify';
import { namesMediaType } from '../http/accept-header';
import { addVary } from '../http/vary-header';
import type { Problem } from './problem';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** Responds with a problem document, without the headers that describe the failed response. */
export function sendProblem(reply: FastifyReply, { document, headers }: Problem): void {
  for (const name of ['etag', 'link', 'location', 'content-length']) reply.removeHeader(name);
  addVary(reply, 'Accept');
  const type = mediaTypeFor(reply.request.headers.accept);
  void reply.status(document.status).headers(headers).type(type).send(JSON.stringify(document));
}

/** The media type of an error. Many clients parse only `application/json`, so a client that accepts it and not problem documents gets it. */
function mediaTypeFor(accept: string | undefined): string {
  const isPlain = namesMediaType(accept, 'application/json') && !namesMediaType(accept, 'application/problem+json');
  return isPlain ? JSON_TYPE : PROBLEM_TYPE;
}
