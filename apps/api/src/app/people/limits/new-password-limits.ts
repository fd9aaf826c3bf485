import { Injectable } from '@nestjs/common';
import type { Client } from '../client';
import { type RateLimit, RateLimits } from './rate-limits';

/** New passwords that one person tries in an hour. */
const PER_PERSON = 20;

/** Limits new passwords: a strength check costs as much as many requests, and the limits of guesses spare the right current password. */
@Injectable()
export class NewPasswordLimits {
  private readonly byPerson: RateLimit;

  constructor(limits: RateLimits) {
    this.byPerson = limits.create({
      name: 'new_password',
      attempts: PER_PERSON,
      seconds: 60 * 60,
      message: 'Too many new passwords',
    });
  }

  /**
   * Counts a new password before its strength is checked.
   * @throws TooManyRequestsException if there were too many
   */
  consume(userId: number, client: Client): Promise<void> {
    return this.byPerson.consume(String(userId), client);
  }
}
