import { TICKET_CATEGORIES, TICKET_PRIORITIES } from '@docket/domain';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import type { Field } from '../quality/quality-range';

/** The labels of each property that can be suggested. */
const LABELS: Readonly<Record<Field, readonly string[]>> = {
  category: TICKET_CATEGORIES,
  priority: TICKET_PRIORITIES,
};

export const ALL_LABELS = Object.values(LABELS).flat();

/** The value is a label of the `field` of the same object, which is `category` by default. */
export function IsLabelOfField(): PropertyDecorator {
  return ValidateBy({
    name: 'isLabelOfField',
    validator: {
      validate: (value: unknown, args) => labelsOf(args).some((label) => label === value),
      defaultMessage: (args) => `$property must be one of ${labelsOf(args).join(', ')}`,
    },
  });
}

/** None if the field itself is invalid: that is an error of its own. */
function labelsOf(args: ValidationArguments | undefined): readonly string[] {
  const { field = 'category' } = (args?.object ?? {}) as { readonly field?: Field };
  return (LABELS as Partial<Record<string, readonly string[]>>)[field] ?? ALL_LABELS;
}
