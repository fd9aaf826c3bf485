import type { OperationProblem } from '../problems/api-problems';
import { QUOTA_EXCEEDED } from '../problems/problem-kinds';

/** The headers that say what is left of a quota. */
export const QUOTA_HEADERS = {
  RateLimit: {
    description:
      'What is left (`r`) of the quota that the request counts towards, and the seconds until it is full again (`t`).',
    schema: { type: 'string', example: '"token";r=412;t=23' },
  },
  'RateLimit-Policy': {
    description:
      'The quota: its name, the number of requests (`q`) and the seconds in which they may come (`w`). Absent without a limit, as in an open Docket.',
    schema: { type: 'string', example: '"token";q=600;w=60' },
  },
} as const;

/** References to {@link QUOTA_HEADERS} in `components/headers`. */
export const QUOTA_HEADER_REFERENCES = Object.fromEntries(
  Object.keys(QUOTA_HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

/** The problem of an operation that needs a sign-in. */
export const QUOTA_PROBLEM: OperationProblem = {
  status: 429,
  kind: QUOTA_EXCEEDED,
  name: 'QuotaExceeded',
  description:
    'The token or the person has sent too many requests this minute (type `/problems/quota-exceeded`). `RateLimit-Policy` names the quota.',
  detail: 'This token has sent 600 requests this minute. Try again in 23 seconds',
};
