import { oneOf } from '@docket/domain';
import { ValidateBy } from 'class-validator';

/** A field that holds one or several of the labels. */
export function IsListOf(labels: readonly string[]): PropertyDecorator {
  return ValidateBy({
    name: 'isLabelList',
    validator: {
      validate: (value: unknown) =>
        Array.isArray(value) && value.every((label: unknown) => oneOf(labels, label) !== undefined),
      defaultMessage: () => `must be one or more of ${labels.join(', ')}`,
    },
  });
}
