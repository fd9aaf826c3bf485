import type { FastifyRequest } from 'fastify';
import { oneLine } from '../platform/validation/one-line';

/** The origin of a request, for sessions and the audit log. */
export interface Client {
  readonly ip: string;
  readonly userAgent: string;
  readonly requestId: string;
}

/** The limit of the column, in code points. */
const MAX_USER_AGENT = 500;

export function clientOf({ ip, headers, id }: FastifyRequest): Client {
  const userAgent = (headers['user-agent'] ?? '').slice(0, MAX_USER_AGENT);
  return { ip: ip.slice(0, 64), userAgent: oneLine(userAgent.toWellFormed()), requestId: id };
}
