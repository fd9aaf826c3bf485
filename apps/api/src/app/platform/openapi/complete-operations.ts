import type { OpenAPIObject } from '@nestjs/swagger';
import { type CommonProblem, problemResponse } from '../problems/api-problems';

/** Problems that any request may cause. */
const PROBLEMS_OF_ANY_REQUEST: readonly CommonProblem[] = [400, 421, 500];

const REQUEST_ID = {
  description: 'The id of the request in the log: the X-Request-Id that the client sent, or a new one.',
  required: true,
  schema: { type: 'string', example: '5c2e43b0-1a70-4d83-9a55-7f0a3c9d1e42' },
};

interface CompleteResponse {
  headers?: Record<string, object>;
  content?: Record<string, { example?: object }>;
}

/** Adds to each operation the parts that all of them share: the problems of any request, and the request id. */
export function completeOperations(document: OpenAPIObject): void {
  document.components = { ...document.components, headers: { 'X-Request-Id': REQUEST_ID } };
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'patch'] as const) {
      const responses = operations[method]?.responses;
      if (!responses) continue;
      for (const status of PROBLEMS_OF_ANY_REQUEST) responses[status] ??= problemResponse(status);
      for (const response of Object.values(responses) as CompleteResponse[]) completeResponse(response, path);
    }
  }
}

function completeResponse(response: CompleteResponse, path: string): void {
  response.headers = { ...response.headers, 'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' } };
  const problem = response.content?.['application/problem+json'];
  if (problem) problem.example = { ...problem.example, instance: path.replace(/\{\w+\}/g, '7') };
}
