import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, type ApiResponseOptions, getSchemaPath } from '@nestjs/swagger';
import { INVALID_INPUT, generalDetail, problemKind } from './problem-kinds';
import { ProblemDto } from './problem.dto';

/** The text of a problem in the OpenAPI document. */
interface ProblemText {
  /** The description of the response. */
  readonly description: string;
  /** The `detail` of the example; by default the general one. */
  readonly detail?: string;
}

/** The problems that mean the same for every operation. */
const COMMON_TEXTS = {
  400: {
    description: 'A parameter or a field is invalid. The response lists all of them.',
    detail: 'title must be at most 200 characters',
  },
  408: { description: 'The body did not arrive in time.' },
  413: { description: 'The body is too large.' },
  415: { description: 'The operation does not accept this media type.', detail: 'The body must be application/json' },
  421: {
    description: 'This host is not allowed; see ALLOWED_HOSTS.',
    detail: 'This host is not allowed; see ALLOWED_HOSTS',
  },
  500: { description: 'An unexpected error. The log has the details, under the request id.' },
  503: {
    description:
      'The database is not available. Nothing is partly applied; a change whose response was lost may have succeeded.',
  },
} satisfies Record<number, ProblemText>;

/** A status with a common text. */
export type CommonProblem = keyof typeof COMMON_TEXTS;

/** A problem with a description for one operation. */
export interface OperationProblem extends ProblemText {
  readonly status: number;
}

/** Documents the problems of an operation. Those that any request may cause are added to every operation. */
export function ApiProblems(...problems: (CommonProblem | OperationProblem)[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ...problems.map((problem) =>
      typeof problem === 'number'
        ? ApiResponse({ status: problem, ...problemResponse(problem) })
        : ApiResponse({ status: problem.status, ...toResponse(problem) }),
    ),
  );
}

type ResponseObject = Pick<ApiResponseOptions, 'headers' | 'content'> & { description: string };

/** The OpenAPI response of a common problem. */
export function problemResponse(status: CommonProblem): ResponseObject {
  return toResponse({ status, ...COMMON_TEXTS[status] });
}

function toResponse(problem: OperationProblem): ResponseObject {
  return {
    description: problem.description,
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) }, example: example(problem) } },
    ...(problem.status === 503 && { headers: { 'Retry-After': RETRY_AFTER_HEADER } }),
  };
}

const RETRY_AFTER_HEADER = {
  description: 'Seconds to wait before the next attempt.',
  required: true,
  schema: { type: 'integer', minimum: 1 },
} satisfies NonNullable<ResponseObject['headers']>[string];

/** An example without `instance`, which is the path of the operation (complete-operations.ts). */
function example({ status, detail = generalDetail(status) }: OperationProblem): Omit<ProblemDto, 'instance'> {
  return {
    ...(status === 400 ? INVALID_INPUT : problemKind(status)),
    status,
    detail,
    request_id: '5c2e43b0-1a70-4d83-9a55-7f0a3c9d1e42',
    ...(status === 400 && { errors: [{ pointer: '/title', detail: 'must be at most 200 characters' }] }),
  };
}
