import { HttpStatus, Injectable, UnauthorizedException } from '@nestjs/common';
import type { SignedIn } from '../../platform/access/authenticator';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import { ProblemException } from '../../platform/problems/problem.exception';
import type { Client } from '../client';
import { User } from '../model/user.entity';
import { PasswordCheck } from '../passwords/password-check';
import { requirePasswords } from '../passwords/require-passwords';
import { WRONG_CREDENTIALS } from '../problem-kinds';
import { SecurityLog } from '../security-log';
import type { Browser, BrowserTokens } from './browser';
import { SessionStart } from './session-start';
import { Sessions } from './sessions';

/** The credentials of a person. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Locks the row of the user, if the checked password is still the current one: a session that starts during a reset would outlive it.
 * The reset locks the same row.
 */
const LOCK_PASSWORD = `
  SELECT id FROM users WHERE id = $1 AND password_hash = $2 AND state = 'active' FOR NO KEY UPDATE`;

/** Signs people in and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly passwords: PasswordCheck,
    private readonly sessions: Sessions,
    private readonly starts: SessionStart,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Starts a session for a person with a password.
   * @throws ProblemException if passwords are turned off; alike, and after the same time, for everything that keeps the person from signing in
   * @throws TooManyRequestsException after too many attempts
   */
  async signIn({ email, password }: Credentials, browser: Browser): Promise<BrowserTokens> {
    const { client, device } = browser;
    requirePasswords(this.settings);
    const guess = { email, password, device, failure: 'sign_in_failed' } as const;
    const checked = await this.passwords.check(guess, client);
    if (!checked) throw wrongCredentials();
    const { userId, passwordHash } = checked;
    return this.transactions.run(async (manager) => {
      const locked = await manager.query<unknown[]>(LOCK_PASSWORD, [userId, passwordHash]);
      if (!locked.length) throw wrongCredentials();
      await this.securityLog.record(manager, 'sign_in', client, { actorId: userId, userId });
      return this.starts.start(manager, userId, browser);
    });
  }

  /**
   * Proves the identity of a signed-in person again. Guesses count against the same limits as those at the sign-in.
   * @param device the token of the browser
   * @returns the new token of the session
   * @throws ProblemException for a wrong password
   * @throws TooManyRequestsException after too many attempts
   */
  async stepUp(
    { userId, tokenHash }: SignedIn,
    password: string,
    device: string | undefined,
    client: Client,
  ): Promise<string> {
    const { email } = await this.transactions.statement((manager) => manager.findOneByOrFail(User, { id: userId }));
    const guess = { email: email ?? '', password, device, actorId: userId, failure: 'step_up_failed' } as const;
    if (!(await this.passwords.check(guess, client))) {
      throw new ProblemException(HttpStatus.FORBIDDEN, WRONG_CREDENTIALS, 'The password is wrong'); // 401: no session
    }
    return this.transactions.run(async (manager) => {
      const token = await this.sessions.renew(manager, tokenHash);
      if (token === undefined) throw new UnauthorizedException('Sign in to do this');
      await this.securityLog.record(manager, 'step_up', client, { actorId: userId, userId });
      return token;
    });
  }

  /** Ends a session. */
  async signOut({ tokenHash, userId }: SignedIn, client: Client): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.sessions.end(manager, tokenHash);
      await this.securityLog.record(manager, 'sign_out', client, { actorId: userId, userId });
    });
  }
}

function wrongCredentials(): ProblemException {
  return new ProblemException(HttpStatus.UNAUTHORIZED, WRONG_CREDENTIALS, 'The email address or the password is wrong');
}
