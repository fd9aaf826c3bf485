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

export const NO_PROVIDER_PROBLEM: OperationProblem = {
  status: 404,
  name: 'NoProvider',
  description: 'Single sign-on is not set up; see OIDC_ISSUER.',
  detail: 'Single sign-on is not set up',
};
