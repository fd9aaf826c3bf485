import { ValidateBy } from 'class-validator';
import { decodeCursor } from '../database/page-cursor';

/** The field is a cursor of this API. */
export function IsCursor(): PropertyDecorator {
  return ValidateBy({
    name: 'isCursor',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && decodeCursor(value) !== undefined,
      defaultMessage: () => '$property must be a cursor from the Link header of a page',
    },
  });
}
