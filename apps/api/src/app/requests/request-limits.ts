import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Client, type RateLimit, RateLimits, networkOf } from '../people';

const HOUR = 60 * 60;
const MESSAGE = 'Too many requests';

/** Limits requests by the public form, so that nobody floods the ticket list. */
@Injectable()
export class RequestLimits {
  private readonly byAddress: RateLimit;
  private readonly byEmail: RateLimit;
  private readonly total: RateLimit;

  constructor(limits: RateLimits) {
    this.byAddress = limits.create({
      name: 'request_address',
      attempts: 5,
      seconds: HOUR,
      message: MESSAGE,
    });
    this.byEmail = limits.create({ name: 'request_email', attempts: 3, seconds: HOUR, message: MESSAGE });
    this.total = limits.create({ name: 'request', attempts: 200, seconds: HOUR, message: MESSAGE });
  }

  /**
   * Counts a request. A request that another limit rejects does not count towards the total.
   * @throws TooManyRequestsException if there were too many
   */
  async consume(email: string, client: Client): Promise<void> {
    await this.byAddress.consume(networkOf(client.ip), client);
    await this.byEmail.consume(createHash('sha256').update(email).digest('base64url'), client);
    await this.total.consume('all', client);
  }
}
