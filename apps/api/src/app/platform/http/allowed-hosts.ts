import { HttpException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { addHookInTurn } from './hook-in-turn';

/** Asked by whoever runs the process, under its bare address; they tell nothing of the tickets. */
const PROBES = ['/healthz', '/readyz'];

/**
 * Refuses requests for other hosts, with the status of RFC 9110, section 15.5.20. Without it, a web page could give its own
 * name the address of this machine (DNS rebinding), and as a page of the same origin read and change every ticket: nobody
 * signs in here, so being reachable from this machine only is all that protects them.
 * @param hosts names without a port; undefined takes every host
 */
export function refuseOtherHosts(fastify: FastifyInstance, hosts: readonly string[] | undefined): void {
  if (!hosts) return;
  const known = new Set(hosts);
  addHookInTurn(fastify, async ({ hostname, url }) => {
    if (!known.has(hostname.toLowerCase()) && !PROBES.includes(url)) {
      throw new HttpException('Docket is not served under this host. The setting ALLOWED_HOSTS lists its names', 421);
    }
  });
}
