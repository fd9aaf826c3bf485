import { ValidateBy, buildMessage } from 'class-validator';
import { codePointLength } from '../../platform/validation/text-rules';

/** NIST SP 800-63B-4, 3.1.1.2: at least 15 for a password without a second factor; no rules about kinds of characters. */
export const PASSWORD_MIN_LENGTH = 15;
/** More would only cost time: a passphrase of 128 characters is beyond any attack. */
export const PASSWORD_MAX_LENGTH = 128;

/** The field is a new password, with a length in code points after normalisation (NFKC). */
export function IsNewPassword(): PropertyDecorator {
  return ValidateBy({
    name: 'isNewPassword',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isLongEnough(value),
      defaultMessage: buildMessage(
        (each) => `${each}$property must be ${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters`,
      ),
    },
  });
}

function isLongEnough(password: string): boolean {
  if (password.length > 4 * PASSWORD_MAX_LENGTH) return false;
  const length = codePointLength(password.normalize('NFKC'));
  return length >= PASSWORD_MIN_LENGTH && length <= PASSWORD_MAX_LENGTH;
}
