import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { networkOf } from './network-of';
import { type RateLimit, RateLimits } from './rate-limits';

const MINUTE = 60;
const MESSAGE = 'Too many attempts to sign in';

/** The source of a guess of a password, and the account that it is about. */
export interface GuessSource {
  /** In the spelling of `oneSpelling()`. Need not belong to a user. */
  readonly email: string;
  readonly ip: string;
  /** The token of a browser in which the person has signed in before. */
  readonly knownDevice?: string;
}

/** Limits guesses of passwords. */
@Injectable()
export class SignInLimits {
  /** High enough for an office of twenty people who all mistype. */
  private readonly byAddress: RateLimit;
  private readonly byAccountAndAddress: RateLimit;
  /** Guesses from many addresses. A stranger can use them up, so they do not count for a known browser. */
  private readonly byAccount: RateLimit;
  private readonly byDevice: RateLimit;

  constructor(limits: RateLimits) {
    const create = (name: string, attempts: number, minutes: number) =>
      limits.create({ name, attempts, seconds: minutes * MINUTE, message: MESSAGE });
    this.byAddress = create('address', 100, 15);
    this.byAccountAndAddress = create('account_and_address', 10, 15);
    this.byAccount = create('account', 30, 60);
    this.byDevice = create('device', 10, 15);
  }

  /**
   * Counts an attempt before the password is checked.
   * @returns a function that refunds the attempt, for a right password
   * @throws LimitReachedException if there were too many
   */
  async consume(source: GuessSource): Promise<() => Promise<void>> {
    const limits = this.limitsFor(source);
    for (const [limit, key] of limits) await limit.consume(key);
    return async () => {
      for (const [limit, key] of limits) await limit.reward(key);
    };
  }

  /** Forgets the guesses of a password that no longer counts, except those that only one network address has made. */
  async forget({ email, ip }: Pick<GuessSource, 'email' | 'ip'>): Promise<void> {
    await this.byAccountAndAddress.forget(keyOf(email, networkOf(ip)));
    await this.byAccount.forget(keyOf(email));
  }

  private limitsFor({ email, ip, knownDevice }: GuessSource): readonly (readonly [RateLimit, string])[] {
    if (knownDevice !== undefined) return [[this.byDevice, keyOf(email, knownDevice)]];
    const address = networkOf(ip);
    return [
      [this.byAddress, address],
      [this.byAccountAndAddress, keyOf(email, address)],
      [this.byAccount, keyOf(email)],
    ];
  }
}

/** A key of constant length that does not reveal its parts: a typed address may be a password. */
function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('base64url');
}
