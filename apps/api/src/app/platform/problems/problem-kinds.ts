/** A kind of problem: a stable name for programs, and words for people. */
export interface ProblemKind {
  readonly type: string;
  readonly title: string;
}

const KINDS: Readonly<Record<number, ProblemKind>> = {
  400: { type: '/problems/bad-request', title: 'The request cannot be understood' },
  404: { type: '/problems/not-found', title: 'There is nothing here' },
  405: { type: '/problems/method-not-allowed', title: 'The method is not allowed here' },
  408: { type: '/problems/request-timeout', title: 'The request took too long to arrive' },
  412: { type: '/problems/precondition-failed', title: 'It has changed since it was read' },
  413: { type: '/problems/body-too-large', title: 'The body is too large' },
  414: { type: '/problems/url-too-long', title: 'The URL is too long' },
  415: { type: '/problems/unsupported-media-type', title: 'The body has a type that is not taken here' },
  421: { type: '/problems/misdirected-request', title: 'This is not served under that host' },
  429: { type: '/problems/too-many-requests', title: 'Too many requests' },
  431: { type: '/problems/headers-too-large', title: 'The headers are too large' },
  500: { type: '/problems/internal', title: 'Something went wrong on our side' },
  503: { type: '/problems/unavailable', title: 'Not available at the moment' },
};

/** Wrong fields; the document names each of them in `errors`. */
export const INVALID_INPUT: ProblemKind = { type: '/problems/validation', title: 'The request is not valid' };

/** A body that is not the JSON it says it is. */
export const MALFORMED_JSON: ProblemKind = { type: '/problems/malformed-json', title: 'The body is not valid JSON' };

/** The kind that a status stands for when nothing more is known. */
export function problemKind(status: number): ProblemKind {
  return KINDS[status] ?? { type: 'about:blank', title: 'The request failed' };
}
