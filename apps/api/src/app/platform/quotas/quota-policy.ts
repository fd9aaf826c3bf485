import type { FastifyRequest } from 'fastify';

/** The time for which requests are counted, in seconds. */
export const QUOTA_SECONDS = 60;

/** The requests that one sender may send in a minute, by policy. Sources: 600 and 10 are those of Zendesk; a person's browser has many tabs. */
const QUOTAS = { token: 600, session: 1200, export: 10, import: 10 } as const;
export type QuotaPolicyName = keyof typeof QUOTAS;

/** A policy and its sender. */
export interface Quota {
  readonly policy: QuotaPolicyName;
  /** The sender: requests with the same key share the quota. */
  readonly key: string;
  readonly limit: number;
}

/** The part of a route's Fastify configuration that this folder reads. Set it with Nest's `@RouteConfig()`. */
export interface QuotaConfig {
  /** The policy of the route's own quota, for work that costs more than a usual request. */
  readonly quota?: {
    readonly policy: 'export' | 'import';
    /** Whether a request does that work; if not, it counts as a usual one. */
    readonly applies?: (request: FastifyRequest) => boolean;
  };
}

/** The quota of a request; undefined without a limit: for everyone in the open mode, and on routes that need no sign-in. */
export function quotaOf(request: FastifyRequest): Quota | undefined {
  const actor = request.identity?.actor;
  if (actor?.kind !== 'person' && actor?.kind !== 'token') return undefined;
  const sender = actor.kind === 'token' ? `token:${actor.tokenId}` : `session:${actor.userId}`;
  const { quota } = request.routeOptions.config as QuotaConfig;
  const usual = actor.kind === 'token' ? 'token' : 'session';
  const policy = quota && (quota.applies?.(request) ?? true) ? quota.policy : usual;
  return { policy, key: policy === usual ? sender : `${policy}:${sender}`, limit: QUOTAS[policy] };
}
