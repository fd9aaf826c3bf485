import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * Says that a body and the objects inside it have no other fields: the validation pipe rejects fields that a DTO does not declare. Fields
 * that are read-only are ignored, whatever they contain. Changes the schemas in place.
 */
export function forbidUnknownFields({ components }: OpenAPIObject, body: object | undefined): void {
  const schemas = (components?.schemas ?? {}) as Record<string, object>;
  const visited = new Set<string>();

  function visit(node: unknown): void {
    if (typeof node !== 'object' || node === null || ('readOnly' in node && node.readOnly === true)) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref') close(String(value).split('/').at(-1) ?? '');
      else visit(value);
    }
  }
  function close(name: string): void {
    const schema = schemas[name];
    if (!schema || visited.has(name)) return;
    visited.add(name);
    if ('properties' in schema) Object.assign(schema, { additionalProperties: false });
    visit(schema);
  }
  visit(body);
}
