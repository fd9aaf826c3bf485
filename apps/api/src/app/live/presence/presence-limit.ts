import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyRequestsException } from '../../platform/problems/too-many-requests.exception';

/** Maximum number of requests per person and minute, in each process. Ten tabs that send a request every five seconds stay within it. */
export const PRESENCE_PER_MINUTE = 120;

/** Limits the presence requests of a person. Counts in memory: a counter in the database would cost as much as the request itself. */
@Injectable()
export class PresenceLimit {
  private readonly limiter = new RateLimiterMemory({ points: PRESENCE_PER_MINUTE, duration: 60 });

  /** @throws TooManyRequestsException */
  async consume(userId: number): Promise<void> {
    try {
      await this.limiter.consume(userId);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const wait = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new TooManyRequestsException(`Too many requests. Try again in ${wait} s`, wait);
    }
  }
}
