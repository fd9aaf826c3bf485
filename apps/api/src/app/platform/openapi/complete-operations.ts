import type { OpenAPIObject } from '@nestjs/swagger';
import { type ProblemStatus, problemResponse } from '../problems/api-problems';

/** Any request may fail like this, so no operation has to say it of itself. */
const ALWAYS_POSSIBLE: readonly ProblemStatus[] = [400, 421, 500];
/** What needs the database may find it away. */
const DATABASE_AWAY: ProblemStatus = 503;

const REQUEST_ID = {
  description: 'Names the request in the log. What the client sends under this name is taken over.',
  required: true,
  schema: { type: 'string', example: '5c2e43b0-1a70-4d83-9a55-7f0a3c9d1e42' },
};

/** Adds to each operation what all of them share: the problems that any request can end in, and the request's id. */
export function completeOperations(document: OpenAPIObject): void {
  document.components = { ...document.components, headers: { 'X-Request-Id': REQUEST_ID } };
  for (const [path, operations] of Object.entries(document.paths)) {
    const statuses = path.startsWith('/api/tickets') ? [...ALWAYS_POSSIBLE, DATABASE_AWAY] : ALWAYS_POSSIBLE;
    for (const method of ['get', 'post', 'patch'] as const) {
      const responses = operations[method]?.responses;
      if (!responses) continue;
      for (const status of statuses) responses[status] ??= problemResponse(status);
      for (const response of Object.values(responses)) addRequestId(response);
    }
  }
}

function addRequestId(response: object | undefined): void {
  if (!response || '$ref' in response) return;
  const headers = 'headers' in response ? (response.headers as object) : {};
  Object.assign(response, { headers: { ...headers, 'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' } } });
}
