import { isKnownEncoding } from '@docket/import-rows';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Validates that a field is the label of a supported encoding. */
export function IsEncoding(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isEncoding',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isKnownEncoding(value),
        defaultMessage: () => '$property must be the name of an encoding, like windows-1252',
      },
    },
    options,
  );
}
