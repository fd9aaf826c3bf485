import type { ProblemKind } from '../platform/problems/problem-kinds';

/** The problem types of this feature. */
export const NEWER_ACTIVITY: ProblemKind = { type: '/problems/newer-activity', title: 'There is newer activity' };
export const CLIENT_KEY_USED: ProblemKind = {
  type: '/problems/client-key-used',
  title: 'Somebody else has sent a message with this key',
};
