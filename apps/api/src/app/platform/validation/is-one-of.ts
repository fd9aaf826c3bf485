import { oneOf } from '@docket/domain';
import { ValidateBy } from 'class-validator';

/** A field that holds one of the labels. */
export function IsOneOf(labels: readonly string[]): PropertyDecorator {
  return ValidateBy({
    name: 'isLabel',
    validator: {
      validate: (value: unknown) => oneOf(labels, value) !== undefined,
      defaultMessage: (validation) =>
        validation?.value === undefined ? 'is required' : `must be one of ${labels.join(', ')}`,
    },
  });
}
