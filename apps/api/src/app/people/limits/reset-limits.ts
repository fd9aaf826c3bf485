import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Client } from '../client';
import { networkOf } from './network-of';
import { type RateLimit, RateLimits } from './rate-limits';

const HOUR = 60 * 60;

/** Limits requests for new passwords, which could fill the mailbox of another person. */
@Injectable()
export class ResetLimits {
  private readonly byAddress: RateLimit;
  private readonly byEmail: RateLimit;

  constructor(limits: RateLimits) {
    this.byAddress = limits.create({ name: 'reset_address', attempts: 5, seconds: HOUR, message: 'Too many attempts' });
    this.byEmail = limits.create({ name: 'reset_email', attempts: 3, seconds: HOUR, message: 'Too many attempts' });
  }

  /**
   * Counts a request, for unknown addresses too.
   * @throws TooManyRequestsException if there were too many
   */
  async consume(email: string, client: Client): Promise<void> {
    await this.byAddress.consume(networkOf(client.ip), client);
    await this.byEmail.consume(createHash('sha256').update(email).digest('base64url'), client);
  }
}
