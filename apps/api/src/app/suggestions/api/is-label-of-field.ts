import { TICKET_CATEGORIES, TICKET_PRIORITIES } from '@docket/domain';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import type { Field } from '../quality/quality-range';

/** The labels of each property that can be suggested. */
const LABELS: ReadonlyMap<string, readonly string[]> = new Map<Field, readonly string[]>([
  ['category', TICKET_CATEGORIES],
  ['priority', TICKET_PRIORITIES],
]);

export const ALL_LABELS = [...LABELS.values()].flat();

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
  const { field = 'category' } = (args?.object ?? {}) as { readonly field?: string };
  return LABELS.get(field) ?? ALL_LABELS;
}
