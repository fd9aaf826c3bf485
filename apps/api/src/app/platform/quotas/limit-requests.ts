import type { FastifyInstance, FastifyReply } from 'fastify';
import { QuotaExceededException } from './quota-exceeded.exception';
import { QUOTA_SECONDS } from './quota-policy';
import type { RequestQuotas, TakenQuota } from './request-quotas';

/**
 * Refuses requests beyond the quota of their sender, before the body is read, and reports the rest in headers
 * (draft-ietf-httpapi-ratelimit-headers). Register it after the check of access, which identifies the sender.
 */
export function limitRequests(fastify: FastifyInstance, quotas: RequestQuotas): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const taken = quotas.take(request);
    if (!taken) return done();
    addQuotaHeaders(reply, taken);
    if (!taken.isAllowed) throw new QuotaExceededException(taken);
    done();
  });
}

function addQuotaHeaders(reply: FastifyReply, { policy, limit, remaining, reset }: TakenQuota): void {
  reply.header('RateLimit-Policy', `"${policy}";q=${limit};w=${QUOTA_SECONDS}`);
  reply.header('RateLimit', `"${policy}";r=${remaining};t=${reset}`);
}
