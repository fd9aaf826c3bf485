import type { ProblemKind } from '../platform/problems/problem-kinds';

export const TOO_MANY_WEBHOOKS: ProblemKind = { type: '/problems/too-many-webhooks', title: 'Too many webhooks' };

/** Nothing can be signed. */
export const NO_SECRET_KEY: ProblemKind = { type: '/problems/no-secret-key', title: 'SECRET_KEY is not set' };

/** Nothing is sent to a webhook that is off. */
export const WEBHOOK_OFF: ProblemKind = { type: '/problems/webhook-off', title: 'The webhook is off' };
