import { Injectable } from '@nestjs/common';
import type { Client } from '../client';
import { LimitReachedException, type RateLimit, RateLimits } from './rate-limits';

/** Recorded failures in an hour, of all network addresses together. */
const PER_HOUR = 200;

/**
 * Limits how many failed sign-ins for unknown accounts the audit log records. Strangers with many network addresses could fill the
 * disk. Failures that are about a person are always recorded: the limits of guesses bound them.
 */
@Injectable()
export class UnknownFailures {
  private readonly recorded: RateLimit;

  constructor(limits: RateLimits) {
    this.recorded = limits.create({ name: 'unknown', attempts: PER_HOUR, seconds: 60 * 60, message: 'Not recorded' });
  }

  /** Counts a failure. One event in the audit log marks that the following ones are not recorded. */
  async mayRecord(client: Client): Promise<boolean> {
    try {
      await this.recorded.consume('all', client);
      return true;
    } catch (error) {
      if (error instanceof LimitReachedException) return false;
      throw error;
    }
  }
}
