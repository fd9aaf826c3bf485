import type { OperationProblem } from '../../platform/problems/api-problems';

/** A change that no page of this site sends. */
export const CROSS_SITE_PROBLEM: OperationProblem = {
  status: 403,
  name: 'CrossSite',
  description: 'The request comes from a page of another site.',
  detail: 'Changes are accepted from pages of https://desk.example.com only',
};

export const WRONG_CREDENTIALS_PROBLEM: OperationProblem = {
  status: 401,
  name: 'WrongCredentials',
  description: 'The email address or the password is wrong, or the person may not sign in with a password.',
  detail: 'The email address or the password is wrong',
};

export const TOO_MANY_ATTEMPTS_PROBLEM: OperationProblem = {
  status: 429,
  name: 'TooManyAttempts',
  description:
    'Too many attempts from this address, or for this account. `Retry-After` says when the next one is allowed.',
  detail: 'Too many attempts to sign in. Try again in 15 minutes',
};

export const LINK_SPENT_PROBLEM: OperationProblem = {
  status: 410,
  name: 'LinkSpent',
  description: 'The link was used, is too old or was never valid.',
  detail: 'The link was used, is too old or was never valid',
};
