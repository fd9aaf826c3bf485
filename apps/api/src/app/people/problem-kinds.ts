import type { ProblemKind } from '../platform/problems/problem-kinds';

/** The problem types of this feature. */
export const WRONG_CREDENTIALS: ProblemKind = {
  type: '/problems/wrong-credentials',
  title: 'The email address or the password is wrong',
};
export const CROSS_SITE: ProblemKind = { type: '/problems/cross-site', title: 'The request comes from another site' };
export const PASSWORDS_OFF: ProblemKind = {
  type: '/problems/password-sign-in-off',
  title: 'Signing in with a password is turned off',
};
export const LINK_SPENT: ProblemKind = { type: '/problems/link-spent', title: 'The link no longer works' };
export const EMAIL_TAKEN: ProblemKind = { type: '/problems/email-taken', title: 'The email address is taken' };
export const LAST_ADMIN: ProblemKind = { type: '/problems/last-admin', title: 'The last administrator stays' };
export const ROLE_MANAGED: ProblemKind = { type: '/problems/role-managed', title: 'The role is managed elsewhere' };
export const NO_PASSWORD: ProblemKind = { type: '/problems/no-password', title: 'The user has no password' };
export const NOT_THIS_MACHINE: ProblemKind = {
  type: '/problems/not-this-machine',
  title: 'Docket is open for this machine only',
};
export const ALREADY_CLOSED: ProblemKind = { type: '/problems/already-closed', title: 'People sign in already' };
