import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** A host name, an IPv4 address or an IPv6 address in brackets, with an optional port (RFC 9110, 7.2). No user information. */
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{0,5}))?$/i;

const MAX_PORT = 65_535;

/**
 * Rejects a request whose Host header is missing (RFC 9112, 3.2), repeated or malformed with a problem document. Proxies and
 * caches may read such a header differently. Node's own 400 for a missing one has no body.
 */
export function requireHostHeader(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ headers, raw }, _reply, done) => {
    if (headers.host === undefined && raw.httpVersion === '1.1') {
      throw new BadRequestException('The Host header is missing');
    }
    if (headers.host !== undefined && hostName(headers.host) === undefined) {
      throw new BadRequestException('The host is not valid');
    }
    if (isRepeated(raw.rawHeaders)) throw new BadRequestException('The request has more than one Host header');
    done();
  });
}

/** The name in a Host header, in lower case, without the port and the final dot of a complete name; undefined if malformed. */
export function hostName(header: string): string | undefined {
  const [, name, port] = HOST.exec(header) ?? [];
  if (!name || Number(port ?? 0) > MAX_PORT) return undefined;
  return name.toLowerCase().replace(/(?<=.)\.$/, '');
}

/** Node keeps only the first of several Host headers. */
function isRepeated(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === 'host') hosts++;
  }
  return hosts > 1;
}

/** Ignores an unknown Expect header, as RFC 9110, 10.1.1 allows. Node's own 417 has no body. */
export function ignoreUnknownExpectations({ server }: FastifyInstance): void {
  server.on('checkExpectation', (request, response) => void server.emit('request', request, response));
}
