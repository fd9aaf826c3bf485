import { ValidateBy } from 'class-validator';

/** A field that holds a whole number from `min` to `max`, both included. */
export function IsWholeNumber(min: number, max: number): PropertyDecorator {
  return ValidateBy({
    name: 'isWholeNumber',
    validator: {
      validate: (value: unknown) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
      defaultMessage: () => `must be a whole number from ${min} to ${max}`,
    },
  });
}
