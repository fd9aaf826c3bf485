import { HttpStatus, Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { ProblemException } from '../../platform/problems/problem.exception';
import type { Client } from '../client';
import { User } from '../model/user.entity';
import { SignInLimits } from '../limits/sign-in-limits';
import { PasswordHasher } from '../passwords/password-hasher';
import { WRONG_CREDENTIALS } from '../problem-kinds';
import { SecurityLog } from '../security-log';
import { Sessions } from './sessions';

/** Signs people in and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly securityLog: SecurityLog,
    private readonly limits: SignInLimits,
  ) {}

  /**
   * Starts a session for a person with a password.
   * @returns its token
   * @throws ProblemException alike, and after the same time, for an unknown address, a wrong password and a deactivated person
   * @throws TooManyRequestsException after too many attempts
   */
  async signIn(email: string, password: string, client: Client): Promise<string> {
    const takeBack = await this.limits.consume(email, client.ip);
    const user = await this.transactions.statement((manager) =>
      manager.findOneBy(User, { email: email.toLowerCase() }),
    );
    const isRight = await this.hasher.verify(password, user?.passwordHash ?? undefined);
    if (!user || !isRight || user.state !== 'active') {
      // Without the typed address, which may be a password.
      await this.transactions.statement((manager) =>
        this.securityLog.record(manager, 'sign_in_failed', client, user ? { userId: user.id } : {}),
      );
      throw new ProblemException(
        HttpStatus.UNAUTHORIZED,
        WRONG_CREDENTIALS,
        'The email address or the password is wrong',
      );
    }
    await takeBack();
    return this.transactions.run(async (manager) => {
      await this.securityLog.record(manager, 'sign_in', client, { actorId: user.id, userId: user.id });
      return this.sessions.start(manager, user.id, client);
    });
  }

  /** Ends the session of a token. */
  async signOut(token: string, userId: number, client: Client): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.sessions.end(manager, token);
      await this.securityLog.record(manager, 'sign_out', client, { actorId: userId, userId });
    });
  }
}
