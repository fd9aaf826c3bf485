import { Injectable } from '@nestjs/common';
import type { Client } from '../client';
import { networkOf } from './network-of';
import { type RateLimit, RateLimits } from './rate-limits';

/** Visits to the identity provider that one address of the network starts in a quarter of an hour. */
const PER_ADDRESS = 100;

/** Limits visits to the identity provider, each of which is a row until it expires. */
@Injectable()
export class SignOnLimits {
  private readonly byAddress: RateLimit;

  constructor(limits: RateLimits) {
    this.byAddress = limits.create({
      name: 'oidc',
      attempts: PER_ADDRESS,
      seconds: 15 * 60,
      message: 'Too many attempts to sign in',
    });
  }

  /**
   * Counts a visit.
   * @throws TooManyRequestsException if there were too many
   */
  consume(client: Client): Promise<void> {
    return this.byAddress.consume(networkOf(client.ip), client);
  }
}
