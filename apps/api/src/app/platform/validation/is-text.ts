import { ValidateBy, type ValidationOptions, buildMessage } from 'class-validator';
import { codePointLength, hasVisibleCharacter, storageError } from './text-rules';

/** Limits of a text. */
export interface TextLimits {
  /** Maximum length, in Unicode code points. */
  readonly maxLength: number;
  /** Whether the text may have no visible character. */
  readonly mayBeBlank?: boolean;
}

/**
 * The field is text that PostgreSQL can store, with a visible character, and not too long. class-validator's own rules count
 * UTF-16 code units, and accept a zero-width space as content.
 */
export function IsText(limits: TextLimits, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isText',
      validator: {
        validate: (value: unknown) => textError(value, limits) === undefined,
        defaultMessage: buildMessage((each, validation) => {
          const values: unknown[] = each && Array.isArray(validation?.value) ? validation.value : [validation?.value];
          const problem = values.map((value) => textError(value, limits)).find((one) => one !== undefined);
          return `${each}$property ${problem ?? 'is not valid'}`;
        }, options),
      },
    },
    options,
  );
}

/** The rule that a value breaks, as a phrase that follows the field's name; `undefined` if the value is valid. */
function textError(value: unknown, { maxLength, mayBeBlank = false }: TextLimits): string | undefined {
  if (value === undefined) return 'is required';
  if (typeof value !== 'string') return 'must be a text';
  const problem = storageError(value);
  if (problem) return problem;
  if (!mayBeBlank && !hasVisibleCharacter(value)) return 'must not be blank';
  if (codePointLength(value) > maxLength) return `must be at most ${maxLength.toLocaleString('en')} characters`;
  return undefined;
}
