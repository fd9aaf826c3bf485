import type { ApiResponseOptions } from '@nestjs/swagger';
import type { OperationProblem } from '../../platform/problems/api-problems';

/** A response that leads the browser elsewhere. */
export const REDIRECT: ApiResponseOptions = {
  status: 303,
  description: 'Leads to another page.',
  headers: {
    Location: { description: 'The page.', required: true, schema: { type: 'string', format: 'uri' } },
  },
};

export const NO_SUCH_IDENTITY_PROBLEM: OperationProblem = {
  status: 404,
  name: 'NoSuchIdentity',
  description: 'You have no such identity.',
  detail: 'Identity 5 does not exist',
};

export const LAST_WAY_IN_PROBLEM: OperationProblem = {
  status: 409,
  name: 'LastWayIn',
  description: 'You could not sign in any more, because you have no password that signs you in.',
  detail: 'This is your only way to sign in',
};

export const NO_PROVIDER_PROBLEM: OperationProblem = {
  status: 404,
  name: 'NoProvider',
  description: 'Single sign-on is not set up; see OIDC_ISSUER.',
  detail: 'Single sign-on is not set up',
};
