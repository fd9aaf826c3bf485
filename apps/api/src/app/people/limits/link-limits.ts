import { Injectable } from '@nestjs/common';
import type { Client } from '../client';
import { networkOf } from './network-of';
import { type RateLimit, RateLimits } from './rate-limits';

/** Attempts with links that do not work, from one address of the network in an hour. */
const PER_ADDRESS = 20;

/** Limits guesses of one-time links. */
@Injectable()
export class LinkLimits {
  private readonly byAddress: RateLimit;

  constructor(limits: RateLimits) {
    this.byAddress = limits.create({
      name: 'link',
      attempts: PER_ADDRESS,
      seconds: 60 * 60,
      message: 'Too many attempts',
    });
  }

  /**
   * Counts an attempt before the link is looked up.
   * @returns a function that refunds the attempt, for a link that works
   * @throws TooManyRequestsException if there were too many
   */
  async consume(client: Client): Promise<() => Promise<void>> {
    const address = networkOf(client.ip);
    await this.byAddress.consume(address, client);
    return () => this.byAddress.reward(address);
  }
}
