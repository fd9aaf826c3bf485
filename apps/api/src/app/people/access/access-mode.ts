import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';

/** How long an answer of the database is used, in milliseconds. Another process may have made the first administrator. */
const FRESH_MS = 500;

const HAS_ADMINISTRATOR = `SELECT EXISTS (SELECT FROM users WHERE role = 'admin' AND state = 'active') AS "exists"`;

/** Whether people must sign in. Once there is an administrator, they must for good. */
@Injectable()
export class AccessMode {
  private isClosed: boolean;
  private checkedAt = -Infinity;

  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
  ) {
    this.isClosed = settings.ACCESS === 'auto' && settings.publicUrl !== undefined;
  }

  /** @throws Error if the database is unavailable: then nobody is let in */
  async isOpen(): Promise<boolean> {
    if (this.isClosed) return false;
    if (this.settings.ACCESS === 'open') return true;
    const now = performance.now();
    if (now - this.checkedAt < FRESH_MS) return true;
    this.isClosed = await this.hasAdministrator();
    this.checkedAt = now;
    return !this.isClosed;
  }

  async hasAdministrator(): Promise<boolean> {
    const [found] = await this.transactions.statement((manager) =>
      manager.query<[{ exists: boolean }]>(HAS_ADMINISTRATOR),
    );
    return found.exists;
  }
}
