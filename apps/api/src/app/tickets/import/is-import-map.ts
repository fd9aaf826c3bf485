import { ValidateBy, type ValidationOptions } from 'class-validator';
import { mapError } from './meaning/import-map';

/** Validates that a field maps a column to a field, or a word to a label: see {@link mapError}. */
export function IsImportMap(options?: ValidationOptions): PropertyDecorator {
  const errorOf = (value: unknown) => (typeof value === 'string' ? mapError(value) : 'must be a text');
  return ValidateBy(
    {
      name: 'isImportMap',
      validator: {
        validate: (value: unknown) => errorOf(value) === undefined,
        defaultMessage: (validation) => {
          const error = [validation?.value]
            .flat()
            .map(errorOf)
            .find((one) => one !== undefined);
          return `$property ${error ?? 'is not valid'}`;
        },
      },
    },
    options,
  );
}
