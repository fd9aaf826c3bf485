import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { RESPONSE_NAME } from '../problems/api-problems';
import { sortKeys } from './sort-keys';

/** The parts of a response that this folder reads and writes. */
export interface ResponseObject {
  headers?: Record<string, object>;
  content?: Record<string, { example?: object }>;
}

type NamedResponse = ResponseObject & { [RESPONSE_NAME]?: string };

/**
 * Moves each named response to `components/responses`, once. Its example is that of the first operation that uses it.
 * @throws Error if two different responses have one name
 */
export function shareResponses(document: OpenAPIObject): void {
  const shared: Record<string, ResponseObject> = {};
  for (const operations of Object.values(sortKeys(document.paths))) {
    for (const operation of [operations.get, operations.post, operations.put, operations.patch, operations.delete]) {
      for (const [status, response] of Object.entries(operation?.responses ?? {}) as [string, NamedResponse][]) {
        const { [RESPONSE_NAME]: name, ...rest } = response;
        if (!operation || name === undefined) continue;
        const first = (shared[name] ??= rest);
        if (!isDeepStrictEqual(withoutInstance(first), withoutInstance(rest)))
          throw new Error(`Two responses of the OpenAPI document are named ${name}`);
        operation.responses[status] = { $ref: `#/components/responses/${name}` };
      }
    }
  }
  document.components = {
    ...document.components,
    responses: sortKeys(shared) as NonNullable<OpenAPIObject['components']>['responses'],
  };
}

function withoutInstance(response: ResponseObject): unknown {
  return JSON.parse(JSON.stringify(response, (key, value: unknown) => (key === 'instance' ? undefined : value)));
}
