import { ValidateBy } from 'class-validator';
import { codePointLength, hasVisibleCharacter, storageProblem } from './text-rules';

/** Limits of a text. */
export interface TextLimits {
  /** Longest text, in Unicode code points. */
  readonly maxLength: number;
  /** Whether a text without anything to see will do. */
  readonly mayBeBlank?: boolean;
}

/** A field that holds a text which can be stored, with something to see in it, and not too long. */
export function IsText(limits: TextLimits): PropertyDecorator {
  return ValidateBy({
    name: 'isText',
    validator: {
      validate: (value: unknown) => textProblem(value, limits) === undefined,
      defaultMessage: (validation) => textProblem(validation?.value, limits) ?? '',
    },
  });
}

/** What is wrong with a value that has to be a text, as a phrase that follows the field's name; `undefined` when nothing is. */
export function textProblem(value: unknown, { maxLength, mayBeBlank = false }: TextLimits): string | undefined {
  if (value === undefined) return 'is required';
  if (typeof value !== 'string') return 'must be a text';
  const problem = storageProblem(value);
  if (problem) return problem;
  if (!mayBeBlank && !hasVisibleCharacter(value)) return 'must not be blank';
  if (codePointLength(value) > maxLength) return `must be at most ${maxLength.toLocaleString('en')} characters`;
  return undefined;
}
