import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, type ApiResponseOptions, getSchemaPath } from '@nestjs/swagger';
import { INVALID_INPUT, type ProblemKind, problemKind } from './problem-kinds';
import { ProblemDto } from './problem.dto';

/** What the OpenAPI document says about each status that is a problem. */
const DESCRIPTIONS = {
  400: 'A parameter or a field is wrong. All of them are named.',
  404: 'There is no such ticket.',
  408: 'The body did not arrive in time.',
  412: 'The ticket is not in the version that `If-Match` names. Read it again.',
  413: 'The body is larger than the API takes.',
  415: 'The body is not of a type that this operation takes.',
  421: 'The API is not served under the host that the request names.',
  500: 'Something went wrong on our side. The log tells more, under the request id.',
  503: 'The database cannot be reached at the moment. Nothing is half done; a change whose answer was lost may have been made.',
} as const;

const EXAMPLE_DETAILS: Record<ProblemStatus, string> = {
  400: 'title must be at most 200 characters',
  404: 'Ticket 7 does not exist',
  408: 'The body did not arrive in time',
  412: 'Ticket 7 has changed since it was read',
  413: 'The body is larger than 1,572,864 bytes',
  415: 'The body must be application/json',
  421: 'Docket is not served under this host. The setting ALLOWED_HOSTS lists its names',
  500: 'An unexpected error happened',
  503: 'The database is not available at the moment. Try again in a few seconds',
};

type ResponseObject = Pick<ApiResponseOptions, 'headers' | 'content'> & { description: string };

/** A status of {@link DESCRIPTIONS}. */
export type ProblemStatus = keyof typeof DESCRIPTIONS;

/** Says in the OpenAPI document which problems an operation answers with. 500 and 503 need not be named: each has them. */
export function ApiProblems(...statuses: ProblemStatus[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ...statuses.map((status) => ApiResponse({ status, ...problemResponse(status) })),
  );
}

/** What the OpenAPI document says about a status that is a problem. */
export function problemResponse(status: ProblemStatus): ResponseObject {
  return {
    description: DESCRIPTIONS[status],
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) }, example: example(status) } },
    ...(status === 503 && { headers: { 'Retry-After': RETRY_AFTER } }),
  };
}

const RETRY_AFTER = {
  description: 'Seconds after which to try again.',
  required: true,
  schema: { type: 'integer', minimum: 1 },
} satisfies NonNullable<ResponseObject['headers']>[string];

function example(status: ProblemStatus): ProblemDto {
  const kind: ProblemKind = status === 400 ? INVALID_INPUT : problemKind(status);
  return {
    ...kind,
    status,
    detail: EXAMPLE_DETAILS[status],
    instance: '/api/tickets/',
    request_id: '5c2e43b0-1a70-4d83-9a55-7f0a3c9d1e42',
    ...(status === 400 && { errors: [{ pointer: '/title', detail: 'must be at most 200 characters' }] }),
  };
}
