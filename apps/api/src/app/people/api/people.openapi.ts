import type { OperationProblem } from '../../platform/problems/api-problems';

/** A change that does not come from a page of this site. */
export const CROSS_SITE_PROBLEM: OperationProblem = {
  status: 403,
  name: 'CrossSite',
  description: 'The request comes from a page of another site.',
  detail: 'Changes are accepted from pages of https://desk.example.com only',
};

/** A change that does not come from a page of this site, or a sign-in while passwords are turned off. */
export const SIGN_IN_REFUSED_PROBLEM: OperationProblem = {
  status: 403,
  name: 'SignInRefused',
  description:
    'The request comes from a page of another site, or signing in with a password is turned off (type ' +
    '`/problems/password-sign-in-off`).',
  detail: 'Passwords are turned off. Use single sign-on',
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
  detail: 'Too many attempts. Try again in 15 minutes',
};

export const LINK_SPENT_PROBLEM: OperationProblem = {
  status: 410,
  name: 'LinkSpent',
  description: 'The link was used, is too old or was never valid.',
  detail: 'The link was used, is too old or was never valid',
};

export const ALREADY_CLOSED_PROBLEM: OperationProblem = {
  status: 409,
  name: 'AlreadyClosed',
  description: 'There is an administrator already.',
  detail: 'There is an administrator already: sign in',
};

export const NO_MAIL_PROBLEM: OperationProblem = {
  status: 404,
  name: 'NoMail',
  description: 'This Docket sends no mail, or nobody signs in with a password.',
  detail: 'This Docket sends no links for new passwords. Ask an administrator',
};

export const TOO_MANY_RESETS_PROBLEM: OperationProblem = {
  status: 429,
  name: 'TooManyResets',
  description:
    'Too many requests from this address, or for this email address. `Retry-After` says when the next one is allowed.',
  detail: 'Too many attempts. Try again in 40 minutes',
};
