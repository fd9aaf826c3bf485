import type { OperationProblem } from '../problems/api-problems';
import { QUOTA_EXCEEDED } from '../problems/problem-kinds';

/** Headers with the limit of requests and how many are left. */
export const QUOTA_HEADERS = {
  RateLimit: {
    description: 'How many requests the sender has left (`r`), and in how many seconds the count starts again (`t`).',
    schema: { type: 'string', example: '"token";r=412;t=23' },
  },
  'RateLimit-Policy': {
    description:
      'The limit: its name, and the number of requests (`q`) in a number of seconds (`w`). Absent if there is no limit, as in an open Docket.',
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
