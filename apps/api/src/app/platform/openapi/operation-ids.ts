import type { OpenAPIObject } from '@nestjs/swagger';

/** The ids of the operations of the API, by method and path. */
export class OperationIds {
  private readonly ids = new Map<string, string>();

  constructor({ paths }: OpenAPIObject) {
    for (const [path, operations] of Object.entries(paths))
      for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
        const id = operations[method]?.operationId;
        if (id !== undefined) this.ids.set(keyOf(method, path), id);
      }
  }

  /**
   * @param method HEAD has the operation of GET
   * @param route the path of a route, such as `/api/tickets/:id`
   * @returns undefined for a route that the document does not have
   */
  of(method: string, route: string): string | undefined {
    return this.ids.get(keyOf(method === 'HEAD' ? 'get' : method, route));
  }
}

function keyOf(method: string, path: string): string {
  const plain = path.replace(/:(\w+)/g, '{$1}').replace(/(?<=.)\/$/, '');
  return `${method.toLowerCase()} ${plain}`;
}
