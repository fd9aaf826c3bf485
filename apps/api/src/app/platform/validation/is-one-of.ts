import { IsIn, type ValidationOptions } from 'class-validator';

/** class-validator's `IsIn`, with different messages for an absent value and a wrong one. */
export function IsOneOf(values: readonly string[], options?: ValidationOptions): PropertyDecorator {
  const subject = options?.each ? 'each value in $property' : '$property';
  return IsIn(values, {
    message: ({ value }) =>
      value === undefined ? `${subject} is required` : `${subject} must be one of ${values.join(', ')}`,
    ...options,
  });
}
