import { ValidateIf } from 'class-validator';

/** A field that may be left out. Unlike class-validator's `IsOptional`, it does not let `null` through. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}
