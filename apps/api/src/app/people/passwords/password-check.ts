import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import type { Client } from '../client';
import { IS_KNOWN, Devices } from '../devices/devices';
import { LimitReachedException } from '../limits/rate-limits';
import { SignInLimits } from '../limits/sign-in-limits';
import { networkOf } from '../limits/network-of';
import { UnknownFailures } from '../limits/unknown-failures';
import type { UserState } from '../model/user.entity';
import { SecurityLog } from '../security-log';
import { hashOf } from '../sessions/secret-token';
import { PasswordHasher } from './password-hasher';

/**
 * Consecutive wrong passwords after which the password is locked: the person needs single sign-on, a known browser or a reset (NIST SP
 * 800-63B-4, 3.2.2).
 */
const MAX_FAILURES = 100;

/** A guess of a password. */
export interface Guess {
  /** In the spelling of `oneSpelling()`. Need not belong to a user. */
  readonly email: string;
  readonly password: string;
  /** The token of the browser, if it was used for a sign-in before. */
  readonly device: string | undefined;
  /** The signed-in person who repeats the password. */
  readonly actorId?: number;
  /** The audit event of a wrong guess. */
  readonly failure: 'sign_in_failed' | 'step_up_failed' | 'password_change_failed';
}

/** A password that is right. */
export interface CheckedPassword {
  readonly userId: number;
  /** The hash that the password was compared with. The stored one may change afterwards. */
  readonly passwordHash: string;
}

/** A person as the check needs them. */
interface Account {
  readonly id: number;
  readonly passwordHash: string | null;
  readonly state: UserState;
  readonly failures: number;
  /** Whether the person has signed in with this browser before. */
  readonly isKnown: boolean;
}

const FIND = `
  SELECT users.id, users.password_hash AS "passwordHash", users.state, users.failures, devices.user_id IS NOT NULL AS "isKnown"
  FROM users LEFT JOIN devices ON devices.user_id = users.id AND devices.token_hash = $2 AND ${IS_KNOWN}
  WHERE lower(users.email) = $1`;

/** Checks passwords, within the limits of guesses. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly transactions: Transactions,
    private readonly hasher: PasswordHasher,
    private readonly limits: SignInLimits,
    private readonly unknownFailures: UnknownFailures,
    private readonly devices: Devices,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Checks a guess, and records a wrong one.
   * @returns the person; undefined alike, and after the same work, for an unknown address, a wrong password, a person who is
   * not active and a locked password
   * @throws LimitReachedException after too many guesses
   */
  async check(guess: Guess, client: Client): Promise<CheckedPassword | undefined> {
    const account = await this.find(guess);
    const takeBack = await this.consume(guess, account, client);
    const isRight = await this.hasher.verify(guess.password, account?.passwordHash ?? undefined, networkOf(client.ip));
    const passwordHash = account?.passwordHash;
    if (!passwordHash || !isRight || account.state !== 'active' || !(await this.clearFailures(account))) {
      await this.recordFailure(guess, account, client);
      return undefined;
    }
    await takeBack();
    return { userId: account.id, passwordHash };
  }

  private async find({ email, device }: Guess): Promise<Account | undefined> {
    const deviceHash = device === undefined ? null : hashOf(device);
    const [account] = await this.transactions.statement((manager) =>
      manager.query<Account[]>(FIND, [email, deviceHash]),
    );
    return account;
  }

  private async consume(guess: Guess, account: Account | undefined, client: Client): Promise<() => Promise<void>> {
    const { email, device, actorId } = guess;
    const { ip } = client;
    try {
      return await this.limits.consume({ email, ip, ...(account?.isKnown && device && { knownDevice: device }) });
    } catch (error) {
      if (error instanceof LimitReachedException && error.isFirst) {
        const about = { actorId, userId: account?.id, details: { limit: error.limit } };
        await this.transactions.statement((manager) =>
          this.securityLog.record(manager, 'sign_in_limited', client, about),
        );
      }
      throw error;
    }
  }

  /** Resets the count of wrong passwords. Returns false if the password is locked. */
  private async clearFailures({ id, isKnown }: Account): Promise<boolean> {
    const [, cleared]: [unknown[], number] = await this.transactions.statement((manager) =>
      manager.query(`UPDATE users SET failures = 0 WHERE id = $1 AND (failures < ${MAX_FAILURES} OR $2) RETURNING id`, [
        id,
        isKnown,
      ]),
    );
    return cleared > 0;
  }

  /** Omits the typed address, which may be a password. Writes two rows in each case: the time must not reveal whether an account exists. */
  private recordFailure(
    { actorId, device, failure }: Guess,
    account: Account | undefined,
    client: Client,
  ): Promise<void> {
    const about = { actorId, userId: account?.id };
    return this.transactions.run(async (manager) => {
      if (!account && !(await this.unknownFailures.mayRecord(client))) return;
      await this.securityLog.record(manager, failure, client, about);
      if (account?.isKnown && device !== undefined) await this.devices.countFailure(manager, account.id, device);
      else if (account && (await countFailure(manager, account.id)) === MAX_FAILURES) {
        await this.securityLog.record(manager, 'password_locked', client, about);
      }
    });
  }
}

/** Returns the number of wrong passwords in a row. */
async function countFailure(manager: EntityManager, id: number): Promise<number | undefined> {
  const [[user]]: [{ failures: number }[], number] = await manager.query(
    'UPDATE users SET failures = failures + 1 WHERE id = $1 RETURNING failures',
    [id],
  );
  return user?.failures;
}
