import { Exclude } from 'class-transformer';

/**
 * The read-only fields of a response that a client may send back: they are dropped. Without this decorator a DTO rejects them,
 * like all fields that it does not declare. `PartialType` and subclasses inherit it.
 */
export function IgnoresReadOnly(...names: string[]): ClassDecorator {
  return (dto) => {
    for (const name of names) Exclude({ toClassOnly: true })(dto.prototype as object, name);
  };
}
