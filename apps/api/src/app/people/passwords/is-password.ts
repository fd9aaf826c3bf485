import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@docket/domain';
import { ValidateBy, buildMessage } from 'class-validator';
import { codePointLength } from '../../platform/validation/text-rules';

/** The rule for new passwords, as a phrase that follows the name of the field. */
export const PASSWORD_RULE = `must be ${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters`;

/** The field is a new password, with a length in code points after normalisation (NFKC). */
export function IsNewPassword(): PropertyDecorator {
  return ValidateBy({
    name: 'isNewPassword',
    validator: {
      validate: isNewPassword,
      defaultMessage: buildMessage((each) => `${each}$property ${PASSWORD_RULE}`),
    },
  });
}

export function isNewPassword(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 4 * PASSWORD_MAX_LENGTH) return false;
  const length = codePointLength(value.normalize('NFKC'));
  return length >= PASSWORD_MIN_LENGTH && length <= PASSWORD_MAX_LENGTH;
}
