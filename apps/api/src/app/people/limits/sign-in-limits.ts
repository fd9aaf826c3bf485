import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Transactions } from '../../platform/database/transactions';
import { TooManyRequestsException } from '../../platform/problems/too-many-requests.exception';

/** Time after which attempts are forgotten, in seconds. */
const WINDOW = 15 * 60;

/** Attempts from one address of the network: an office of twenty people that all mistype. */
const PER_ADDRESS = 100;
/** Attempts for one account from one address of the network. */
const PER_ACCOUNT_AND_ADDRESS = 10;

/** What the limiter uses of a connection. */
interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** Limits guesses of passwords, for all API processes together. */
@Injectable()
export class SignInLimits {
  private readonly byAddress: RateLimiterPostgres;
  private readonly byAccount: RateLimiterPostgres;

  constructor(private readonly transactions: Transactions) {
    this.byAddress = this.createLimiter('address', PER_ADDRESS);
    this.byAccount = this.createLimiter('account', PER_ACCOUNT_AND_ADDRESS);
  }

  /**
   * Counts an attempt before the password is checked, so that attempts at the same time count too.
   * @returns a function that takes the attempt back, for a right password
   * @throws TooManyRequestsException if there were too many
   */
  async consume(email: string, ip: string): Promise<() => Promise<void>> {
    const address = networkOf(ip);
    const account = createHash('sha256').update(`${address} ${email.toLowerCase()}`).digest('base64url');
    await consumeOne(this.byAddress, address);
    await consumeOne(this.byAccount, account);
    return async () => {
      await this.byAddress.reward(address);
      await this.byAccount.reward(account);
    };
  }

  private createLimiter(keyPrefix: string, points: number): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: { query: (statement: Statement) => this.query(statement) },
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix,
      points,
      duration: WINDOW,
    });
  }

  /** Without the limiter's statement names, which PgBouncer does not know in transaction mode. */
  private async query({ text, values }: Statement): Promise<{ rows: unknown[]; rowCount: number }> {
    const rows = await this.transactions.statement((manager) => manager.query<unknown[]>(text, values));
    return { rows, rowCount: rows.length };
  }
}

async function consumeOne(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    const minutes = Math.ceil(seconds / 60);
    const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
    throw new TooManyRequestsException(`Too many attempts to sign in. Try again in ${wait}`, seconds);
  }
}

/** An IPv4 address, or the /64 network of an IPv6 address, which one subscriber has. */
function networkOf(ip: string): string {
  const mapped = ip.replace(/^::ffff:/i, '');
  if (!isIPv6(mapped)) return mapped;
  const groups = new URL(`http://[${mapped.split('%', 1)[0]}]`).hostname.slice(1, -1).split('::', 1)[0] ?? '';
  return groups.split(':').slice(0, 4).join(':');
}
