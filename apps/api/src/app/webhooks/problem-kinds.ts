import type { ProblemKind } from '../platform/problems/problem-kinds';

export const TOO_MANY_WEBHOOKS: ProblemKind = { type: '/problems/too-many-webhooks', title: 'Too many webhooks' };

/** Without SECRET_KEY, deliveries cannot be signed. */
export const NO_SECRET_KEY: ProblemKind = { type: '/problems/no-secret-key', title: 'SECRET_KEY is not set' };

/** A webhook that is off gets no deliveries. */
export const WEBHOOK_OFF: ProblemKind = { type: '/problems/webhook-off', title: 'The webhook is off' };
