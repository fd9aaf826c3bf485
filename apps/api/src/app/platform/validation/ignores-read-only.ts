import { Exclude } from 'class-transformer';

/**
 * Drops the read-only fields of a response that a client sends back. Without this decorator a DTO rejects them,
 * like all fields that it does not declare. `PartialType` and subclasses inherit it.
 */
export function IgnoresReadOnly(...names: string[]): ClassDecorator {
  return (dto) => {
    for (const name of names) Exclude({ toClassOnly: true })(dto.prototype as object, name);
  };
}
