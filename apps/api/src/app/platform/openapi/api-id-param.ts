import { ApiParam } from '@nestjs/swagger';

/** Documents the id in a path, which `IdPipe` parses. @param of what it is the id, such as `a user` */
export function ApiIdParam(of: string, example: number): MethodDecorator {
  const schema = { type: 'integer', format: 'int32', minimum: 1 } as const;
  return ApiParam({ name: 'id', description: `The id of ${of}.`, schema, example });
}
