import { ValidateIf } from 'class-validator';

/** The field may be absent. Unlike `IsOptional`, it does not accept `null`; Nest's `PartialType` has the same rule. */
export function ValidateIfDefined(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}
