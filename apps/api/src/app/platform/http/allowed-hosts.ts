import { HttpException, HttpStatus } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { hostName } from './host-header';

/** Monitoring calls these by IP address. They reveal no data. */
const PROBE = /^\/(?:healthz|readyz)\/?(?:\?|$)/;

/**
 * Rejects requests for other hosts with 421 (RFC 9110, 15.5.20). This stops DNS rebinding: a web page could point its own
 * name at this machine and then read and change all data as the same origin. In the open mode, no sign-in prevents that.
 * @param hosts names without a port; undefined allows every host
 */
export function rejectOtherHosts(fastify: FastifyInstance, hosts: readonly string[] | undefined): void {
  if (!hosts) return;
  const allowed = new Set(hosts);
  fastify.addHook('onRequest', ({ host, url }, _reply, done) => {
    if (!allowed.has(hostName(host) ?? '') && !PROBE.test(url)) {
      throw new HttpException('This host is not allowed; see ALLOWED_HOSTS', HttpStatus.MISDIRECTED);
    }
    done();
  });
}
