import { randomUUID } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { BadRequestException, MethodNotAllowedException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { CACHE_POLICY, SECURITY_HEADERS } from '../http/security-headers';
import { type Problem, toProblem } from './problem';
import { PROBLEM_TYPE } from './send-problem';

const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Programs such as curl send a URL as it was typed. */
const ENCODE = 'The URL has a sign that must be percent-encoded, such as ü as %C3%BC';

/** Responds to a request that Node cannot parse (headers too large, too slow, or not HTTP), and closes the connection. */
export function respondToClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const reason =
    error.code === 'HPE_INVALID_URL'
      ? new BadRequestException(ENCODE)
      : { statusCode: STATUSES[error.code ?? ''] ?? 400 };
  socket.end(httpMessage(toProblem(reason, { id: randomUUID(), url: '' })));
}

/** Refuses CONNECT, which requests a tunnel, and closes the connection. Node passes it to no handler, and would not respond. */
export function refuseTunnels({ server }: FastifyInstance): void {
  server.on('connect', (_request: IncomingMessage, socket: Socket) => {
    socket.on('error', () => socket.destroy());
    const error = new MethodNotAllowedException('CONNECT is not allowed here');
    socket.end(httpMessage(toProblem(error, { id: randomUUID(), url: '' }), ['Allow: GET, HEAD, OPTIONS']));
  });
}

function httpMessage({ document }: Problem, headers: readonly string[] = []): string {
  const body = JSON.stringify(document);
  return [
    `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${document.request_id}`,
    `Cache-Control: ${CACHE_POLICY}`,
    ...headers,
    ...Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
