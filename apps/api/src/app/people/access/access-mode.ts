import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';

/** Time for which an open mode is cached, in milliseconds. Another process may have made the first administrator. */
const FRESH_MS = 500;

/** Includes users of any role and state. Users are never deleted, so a closed Docket never opens again. */
const HAS_ACCOUNTS = 'SELECT EXISTS (SELECT FROM users) AS "exists"';
const HAS_ADMINISTRATOR = `
  SELECT EXISTS (SELECT FROM users WHERE kind = 'person' AND role = 'admin' AND state = 'active') AS "exists"`;

/** Whether people must sign in: permanently, once an account exists. */
@Injectable()
export class AccessMode {
  private isClosed: boolean;
  private checkedAt = -Infinity;

  constructor(
    settings: Settings,
    private readonly transactions: Transactions,
  ) {
    this.isClosed = !settings.mayBeOpen;
  }

  /** @throws Error if the database is unavailable: access is then refused */
  async isOpen(): Promise<boolean> {
    if (this.isClosed) return false;
    const now = performance.now();
    if (now - this.checkedAt < FRESH_MS) return true;
    if (await this.exists(HAS_ACCOUNTS)) this.close();
    this.checkedAt = now;
    return !this.isClosed;
  }

  /** Call after the first account was made: this process then closes at once, and not after {@link FRESH_MS}. */
  close(): void {
    this.isClosed = true;
  }

  hasAdministrator(): Promise<boolean> {
    return this.exists(HAS_ADMINISTRATOR);
  }

  private async exists(query: string): Promise<boolean> {
    const [found] = await this.transactions.statement((manager) => manager.query<[{ exists: boolean }]>(query));
    return found.exists;
  }
}
