import type { ProblemKind } from '../problems/problem-kinds';

/** Another request with the same key runs. */
export const KEY_IN_FLIGHT: ProblemKind = {
  type: '/problems/idempotency-key-in-flight',
  title: 'A request with this key is running',
};

/** The key was used for another request. */
export const KEY_REUSED: ProblemKind = {
  type: '/problems/idempotency-key-reused',
  title: 'This key was used for another request',
};

/** The answer had a secret, so it is not kept. */
export const SHOWN_ONCE: ProblemKind = {
  type: '/problems/shown-once',
  title: 'The answer had a secret, which is shown once only',
};
