import { HttpStatus, Injectable, UnauthorizedException } from '@nestjs/common';
import type { SignedIn } from '../../platform/access/authenticator';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import { ProblemException } from '../../platform/problems/problem.exception';
import type { Client } from '../client';
import { Devices } from '../devices/devices';
import { NewPasswordLimits } from '../limits/new-password-limits';
import { OneTimeLinks } from '../links/one-time-links';
import { PeopleMail } from '../mail/people-mail';
import { User } from '../model/user.entity';
import { WRONG_CREDENTIALS } from '../problem-kinds';
import { SecurityLog } from '../security-log';
import type { BrowserTokens } from '../sessions/browser';
import { OwnSessions } from '../sessions/own-sessions';
import { hashOf } from '../sessions/secret-token';
import { Sessions } from '../sessions/sessions';
import { PasswordCheck } from './password-check';
import { PasswordHasher } from './password-hasher';
import { PasswordPolicy } from './password-policy';
import { requirePasswords } from './require-passwords';

/** The current password of a person, and the new one. */
interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

/** Lets people change their password. */
@Injectable()
export class ChangePasswordService {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly hasher: PasswordHasher,
    private readonly passwords: PasswordCheck,
    private readonly newPasswords: NewPasswordLimits,
    private readonly policy: PasswordPolicy,
    private readonly sessions: Sessions,
    private readonly ownSessions: OwnSessions,
    private readonly devices: Devices,
    private readonly links: OneTimeLinks,
    private readonly securityLog: SecurityLog,
    private readonly mail: PeopleMail,
  ) {}

  /**
   * Sets a new password, ends all other sessions of the person, and forgets all other browsers. Guesses of the current password count
   * against the limits of the sign-in.
   * @param device the token of the browser
   * @returns the new tokens of the browser
   * @throws ProblemException if the current password is wrong, or if PASSWORD_SIGN_IN is false
   * @throws InvalidInputException if the new password is too weak
   * @throws TooManyRequestsException after too many attempts
   */
  async change(
    { userId, tokenHash }: SignedIn,
    { current, next }: PasswordChange,
    device: string | undefined,
    client: Client,
  ): Promise<BrowserTokens> {
    // It would be a way around the identity provider if passwords are turned on again.
    requirePasswords(this.settings);
    const user = await this.transactions.statement((manager) => manager.findOneByOrFail(User, { id: userId }));
    const email = user.email ?? '';
    const guess = { email, password: current, device, actorId: userId, failure: 'password_change_failed' } as const;
    if (!(await this.passwords.check(guess, client))) throw wrongPassword();
    await this.newPasswords.consume(userId, client);
    await this.policy.require(next, { name: user.name, email }, 'new');
    const passwordHash = await this.hasher.hash(next);
    const renewed = await this.transactions.run(async (manager) => {
      // Guarded by the old hash: another session may have changed the password since.
      const [, changed]: [unknown[], number] = await manager.query(
        'UPDATE users SET password_hash = $2, failures = 0 WHERE id = $1 AND password_hash = $3',
        [userId, passwordHash, user.passwordHash],
      );
      if (!changed) throw wrongPassword();
      const token = await this.sessions.renew(manager, tokenHash);
      if (token === undefined) throw new UnauthorizedException('Sign in to do this');
      await this.ownSessions.deleteOthers(manager, userId, hashOf(token));
      await this.links.deleteAll(manager, userId); // whoever requested a link must not reset the password again
      await this.securityLog.record(manager, 'password_changed', client, { actorId: userId, userId });
      await this.devices.forgetAll(manager, userId);
      return { session: token, device: await this.devices.remember(manager, userId, device) };
    });
    this.mail.notifyPasswordChanged({ id: userId, name: user.name, email }, client);
    return renewed;
  }
}

function wrongPassword(): ProblemException {
  return new ProblemException(HttpStatus.FORBIDDEN, WRONG_CREDENTIALS, 'The current password is wrong'); // 401: no session
}
