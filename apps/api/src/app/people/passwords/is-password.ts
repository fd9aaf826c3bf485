import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@docket/domain';
import { ValidateBy, buildMessage } from 'class-validator';
import { codePointLength } from '../../platform/validation/text-rules';

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
