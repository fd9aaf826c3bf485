import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Exclude } from 'class-transformer';

/**
 * Drops the read-only fields of a response that a client sends back. Without this decorator a DTO rejects them,
 * like all fields that it does not declare. `PartialType` and subclasses inherit it.
 * @param properties the fields and their OpenAPI descriptions
 */
export function IgnoresReadOnly(properties: Readonly<Record<string, ApiPropertyOptions>>): ClassDecorator {
  return ({ prototype }) => {
    for (const [name, options] of Object.entries(properties)) {
      Exclude({ toClassOnly: true })(prototype as object, name);
      ApiProperty({ ...options, required: false, readOnly: true } as ApiPropertyOptions)(prototype as object, name);
    }
  };
}
