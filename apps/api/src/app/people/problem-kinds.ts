import type { ProblemKind } from '../platform/problems/problem-kinds';

/** The problem types of this feature. */
export const WRONG_CREDENTIALS: ProblemKind = {
  type: '/problems/wrong-credentials',
  title: 'The email address or the password is wrong',
};
export const CROSS_SITE: ProblemKind = { type: '/problems/cross-site', title: 'The request comes from another site' };
export const LINK_SPENT: ProblemKind = { type: '/problems/link-spent', title: 'The link no longer works' };
