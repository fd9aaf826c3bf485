import { type Type, applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, type ApiResponseOptions, getSchemaPath } from '@nestjs/swagger';
import { COMMON_PROBLEMS, type CommonProblem, type ProblemText } from './common-problems';
import { ProblemDto } from './problem.dto';
import { INVALID_INPUT, type ProblemKind, generalDetail, problemKind } from './problem-kinds';

/** A problem with a description for one operation. */
export interface OperationProblem extends ProblemText {
  readonly status: number;
  /** Its type, if it is not the general one of the status. */
  readonly kind?: ProblemKind;
  /** Its schema, if it has members of its own. */
  readonly schema?: Type<ProblemDto>;
  /** These members in the example. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** The key that holds the name of a response until it moves to `components/responses`. */
export const RESPONSE_NAME = 'x-response-name';

/** Documents the problems of an operation. Those that any request may cause are added to every operation. */
export function ApiProblems(...problems: (CommonProblem | OperationProblem)[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(ProblemDto, ...problems.flatMap((problem) => (typeof problem === 'object' && problem.schema) || [])),
    ...problems.map((problem) =>
      typeof problem === 'number'
        ? ApiResponse({ status: problem, ...problemResponse({ status: problem, ...COMMON_PROBLEMS[problem] }) })
        : ApiResponse({ status: problem.status, ...problemResponse(problem) }),
    ),
  );
}

type ResponseObject = Pick<ApiResponseOptions, 'headers' | 'content'> & { description: string };
type Headers = NonNullable<ResponseObject['headers']>;

/** The OpenAPI response of a problem. */
export function problemResponse(problem: OperationProblem): ResponseObject {
  const schema = { $ref: getSchemaPath(problem.schema ?? ProblemDto) };
  const headers = HEADERS[problem.status];
  return {
    description: problem.description,
    content: {
      'application/problem+json': { schema, example: example(problem) },
      'application/json': { schema }, // for clients whose Accept header names only this type
    },
    ...(headers && { headers }),
    ...{ [RESPONSE_NAME]: problem.name },
  };
}

const RETRY_AFTER: Headers = {
  'Retry-After': {
    description: 'Seconds to wait before the next attempt.',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
};

const HEADERS: Readonly<Record<number, Headers>> = {
  401: { 'WWW-Authenticate': { description: 'How to authenticate.', schema: { type: 'string' } } },
  403: {
    'WWW-Authenticate': { description: 'The scope that the token lacks, if it is one.', schema: { type: 'string' } },
  },
  405: { Allow: { description: 'The methods of the path.', required: true, schema: { type: 'string' } } },
  415: {
    Accept: { description: 'The media types that the operation takes.', schema: { type: 'string' } },
    'Accept-Encoding': { description: '`identity`, if the body is compressed.', schema: { type: 'string' } },
  },
  429: RETRY_AFTER,
  503: RETRY_AFTER,
};

/** An example without `instance`, which is the path of an operation (complete-operations.ts). */
function example({
  status,
  errors,
  kind = problemKind(status),
  detail = generalDetail(status),
  members,
}: OperationProblem): Omit<ProblemDto, 'instance'> {
  return {
    ...(errors ? INVALID_INPUT : kind),
    status,
    detail,
    request_id: '5c2e43b0-1a70-4d83-9a55-7f0a3c9d1e42',
    ...(errors && { errors: [...errors] }),
    ...members,
  };
}
