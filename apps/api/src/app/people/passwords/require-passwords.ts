import { HttpStatus } from '@nestjs/common';
import type { Settings } from '../../platform/config/settings';
import { ProblemException } from '../../platform/problems/problem.exception';
import { PASSWORDS_OFF } from '../problem-kinds';

/** @throws ProblemException if PASSWORD_SIGN_IN is false */
export function requirePasswords({ PASSWORD_SIGN_IN }: Settings): void {
  if (PASSWORD_SIGN_IN) return;
  throw new ProblemException(HttpStatus.FORBIDDEN, PASSWORDS_OFF, 'Passwords are turned off. Use single sign-on');
}
