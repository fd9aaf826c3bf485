import type { ProblemErrorDto } from './problem.dto';

/** The description of a problem in the OpenAPI document. */
export interface ProblemText {
  /** The name of the response in the document. Responses of one name are equal. */
  readonly name: string;
  readonly description: string;
  /** The `detail` of the example; by default the general one. */
  readonly detail?: string;
  /** The `errors` of the example. */
  readonly errors?: readonly ProblemErrorDto[];
}

/** The problems that mean the same for every operation. */
export const COMMON_PROBLEMS = {
  400: {
    name: 'InvalidInput',
    description: 'A parameter or a field is invalid. The response lists all of them.',
    detail: 'title must be at most 200 characters',
    errors: [{ pointer: '/title', detail: 'must be at most 200 characters' }],
  },
  401: {
    name: 'Unauthenticated',
    description: 'Nobody is signed in, or the token does not work, and this server is closed.',
    detail: 'Sign in to do this',
  },
  403: {
    name: 'Forbidden',
    description: 'The person or the token lacks a permission, or the request comes from a page of another site.',
    detail: 'This needs the permission tickets:write',
  },
  405: {
    name: 'MethodNotAllowed',
    description: 'The path exists, but not with this method. `Allow` lists its methods.',
    detail: 'DELETE is not allowed here',
  },
  408: { name: 'RequestTimeout', description: 'The body did not arrive in time.' },
  413: { name: 'BodyTooLarge', description: 'The body is too large.' },
  415: {
    name: 'UnsupportedMediaType',
    description:
      'The body has a media type that the operation does not take, or is compressed. `Accept` or `Accept-Encoding` names what it takes.',
  },
  421: {
    name: 'MisdirectedRequest',
    description: 'This host is not allowed; see ALLOWED_HOSTS.',
    detail: 'This host is not allowed; see ALLOWED_HOSTS',
  },
  431: { name: 'HeadersTooLarge', description: 'The URL and the headers have more than 16 kB. The connection closes.' },
  500: { name: 'InternalError', description: 'An unexpected error. The log has the details, under the request id.' },
  503: {
    name: 'Unavailable',
    description:
      'The database is not available, its disk has too little space for changes, or the server has too many requests. Nothing is partly applied; a change whose response was lost may have succeeded.',
  },
} satisfies Record<number, ProblemText>;

/** A status with a common text. */
export type CommonProblem = keyof typeof COMMON_PROBLEMS;
