/** A type of problem. */
export interface ProblemKind {
  /** For programs. Stable. */
  readonly type: string;
  readonly title: string;
}

const KINDS: Readonly<Record<number, ProblemKind>> = {
  400: { type: '/problems/bad-request', title: 'Bad request' },
  401: { type: '/problems/unauthenticated', title: 'Nobody is signed in' },
  403: { type: '/problems/forbidden', title: 'Not allowed' },
  404: { type: '/problems/not-found', title: 'Not found' },
  405: { type: '/problems/method-not-allowed', title: 'Method not allowed' },
  408: { type: '/problems/request-timeout', title: 'Request timeout' },
  410: { type: '/problems/gone', title: 'No longer available' },
  412: { type: '/problems/precondition-failed', title: 'The resource has changed since it was read' },
  413: { type: '/problems/body-too-large', title: 'The body is too large' },
  414: { type: '/problems/url-too-long', title: 'The URL is too long' },
  415: { type: '/problems/unsupported-media-type', title: 'Unsupported media type' },
  421: { type: '/problems/misdirected-request', title: 'This host is not allowed' },
  429: { type: '/problems/too-many-requests', title: 'Too many requests' },
  431: { type: '/problems/headers-too-large', title: 'The headers are too large' },
  500: { type: '/problems/internal', title: 'Internal error' },
  503: { type: '/problems/unavailable', title: 'Not available at the moment' },
};

/** Invalid fields or parameters, which the document lists in `errors`. */
export const INVALID_INPUT: ProblemKind = { type: '/problems/validation', title: 'The request is not valid' };

/** A token or a person has sent too many requests. */
export const QUOTA_EXCEEDED: ProblemKind = {
  type: '/problems/quota-exceeded',
  title: 'The quota of requests is used up',
};

/** A body that is not valid JSON. */
export const MALFORMED_JSON: ProblemKind = { type: '/problems/malformed-json', title: 'The body is not valid JSON' };

/** The disk of the database has too little space for changes. */
export const DISK_LOW: ProblemKind = { type: '/problems/disk-low', title: 'The disk has too little space' };

/** The server has more requests than it can serve. */
export const OVERLOADED: ProblemKind = { type: '/problems/overloaded', title: 'Too busy at the moment' };

/** The general problem type of a status. */
export function problemKind(status: number): ProblemKind {
  return KINDS[status] ?? { type: 'about:blank', title: 'The request failed' };
}

const INTERNAL = 'An unexpected error occurred. The log has the details, under the request id';
const DETAILS: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  408: 'The request did not arrive in time',
  413: 'The body is too large',
  414: 'The URL is too long',
  415: 'The body must be application/json', // features with other bodies have their own parsers and errors
  431: 'The headers are too large',
  503: 'The database is not available. Try again in a few seconds',
};

/** The `detail` for errors of libraries and of the server. Their own messages may quote the request or reveal internals. */
export function generalDetail(status: number): string {
  const unknown = status < 500 ? 'The request cannot be served' : INTERNAL;
  return DETAILS[status] ?? unknown;
}
