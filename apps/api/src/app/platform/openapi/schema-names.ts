import type { OpenAPIObject } from '@nestjs/swagger';

const SUFFIX = /Dto$/;

/**
 * Names each schema like its class, without the suffix `Dto`. With Nest alone, every class would need a decorator.
 * @returns a copy of the document
 * @throws Error if two schemas get the same name
 */
export function dropDtoSuffix(document: OpenAPIObject): OpenAPIObject {
  const copy = JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === '$ref' ? String(value).replace(SUFFIX, '') : value,
  ) as OpenAPIObject;
  const schemas: NonNullable<OpenAPIObject['components']>['schemas'] = {};
  for (const [className, schema] of Object.entries(copy.components?.schemas ?? {})) {
    const name = className.replace(SUFFIX, '');
    if (name in schemas) throw new Error(`Two schemas of the OpenAPI document are named ${name}`);
    schemas[name] = schema;
  }
  return { ...copy, components: { ...copy.components, schemas } };
}
