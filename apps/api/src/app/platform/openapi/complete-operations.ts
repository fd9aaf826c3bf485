import type { OpenAPIObject } from '@nestjs/swagger';
import { type OperationProblem, problemResponse } from '../problems/api-problems';
import { COMMON_PROBLEMS } from '../problems/common-problems';
import { forbidUnknownFields } from './forbid-unknown-fields';
import { QUOTA_HEADERS, QUOTA_HEADER_REFERENCES, QUOTA_PROBLEM } from './quota-headers';
import { type ResponseObject, shareResponses } from './share-responses';

/** Problems that any request may cause. */
const PROBLEMS_OF_ANY_REQUEST: readonly OperationProblem[] = [
  {
    status: 400,
    name: 'MalformedRequest',
    description: 'The request is malformed: its host, its path or its query string.',
    detail: 'The query string is not valid percent-encoded UTF-8',
  },
  ...([405, 415, 421, 431, 500] as const).map((status) => ({ status, ...COMMON_PROBLEMS[status] })),
];

const REQUEST_ID = {
  description: 'The id of the request in the log: the X-Request-Id that the client sent, or a new one.',
  required: true,
  schema: { type: 'string', example: '5c2e43b0-1a70-4d83-9a55-7f0a3c9d1e42' },
};

const REPLAYED = {
  description: '`true` if this is the stored answer to an earlier request with the same Idempotency-Key.',
  schema: { type: 'string', enum: ['true'] },
};

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['post']>;

/** Adds to each operation the parts that all of them share: the problems of any request, and the request id. */
export function completeOperations(document: OpenAPIObject): void {
  document.components = { ...document.components, headers: { 'X-Request-Id': REQUEST_ID, ...QUOTA_HEADERS } };
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = operations[method];
      if (!operation) continue;
      const { responses } = operation;
      if (needsSignIn(document, operation)) addQuota(responses as Record<string, ResponseObject>);
      for (const problem of PROBLEMS_OF_ANY_REQUEST) responses[problem.status] ??= problemResponse(problem);
      for (const response of Object.values(responses) as ResponseObject[]) completeResponse(response, path);
      if (isIdempotent(operation)) describeReplays(responses);
      forbidUnknownFields(document, operation.requestBody);
    }
  }
  shareResponses(document);
}

/** Whether the operation of a closed Docket needs a sign-in. */
function needsSignIn(
  { security: general = [] }: OpenAPIObject,
  { security = general }: { security?: object[] },
): boolean {
  return security.some((scheme) => Object.keys(scheme).length > 0);
}

function addQuota(responses: Record<string, ResponseObject>): void {
  for (const [status, response] of Object.entries(responses)) {
    if (status < '400') response.headers = { ...response.headers, ...QUOTA_HEADER_REFERENCES };
  }
  const { headers, ...problem } = problemResponse(QUOTA_PROBLEM);
  responses[QUOTA_PROBLEM.status] ??= { ...problem, headers: { ...headers, ...QUOTA_HEADER_REFERENCES } };
}

function completeResponse(response: ResponseObject, path: string): void {
  response.headers = { ...response.headers, 'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' } };
  const problem = response.content?.['application/problem+json'];
  if (problem) problem.example = { ...problem.example, instance: path.replace(/\{\w+\}/g, '7') };
}

function isIdempotent({ parameters = [] }: OperationObject): boolean {
  return parameters.some((parameter) => 'name' in parameter && parameter.name === 'Idempotency-Key');
}

function describeReplays(responses: OperationObject['responses']): void {
  for (const [status, response] of Object.entries(responses) as [string, ResponseObject][]) {
    if (status.startsWith('2')) response.headers = { ...response.headers, 'Idempotent-Replayed': REPLAYED };
  }
}
