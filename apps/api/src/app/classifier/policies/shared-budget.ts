import { Logger } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { type ModelPrice, costOf } from '../model-price';
import type { ModelUsage } from '../model-usage';
import { CallBudget } from './call-budget';
import { DailyBudget } from './daily-budget';

/** Limits of all processes together. */
export interface BudgetLimits {
  readonly callsPerDay: number;
  /** In millionths of the currency of MODEL_PRICES, per UTC month; undefined: no limit. */
  readonly microsPerMonth?: number;
}

/** Maximum wait of a call for the database, in milliseconds. */
const DATABASE_MS = 500;
/** Time until a spent budget is checked again, in milliseconds: a new day may have begun by the clock of the database. */
const RECHECK_MS = 60_000;

/** One statement, so that two processes never take the same last call. */
const TAKE_CALL = `
  INSERT INTO model_spend AS spend (day, calls)
  SELECT (now() AT TIME ZONE 'UTC')::date, 1
  WHERE $1::bigint > 0 AND ($2::bigint IS NULL OR $2 > (
    SELECT coalesce(sum(cost_micros), 0) FROM model_spend WHERE day >= date_trunc('month', now() AT TIME ZONE 'UTC')::date))
  ON CONFLICT (day) DO UPDATE SET calls = spend.calls + 1 WHERE spend.calls < $1
  RETURNING calls`;

/** Today has no row if its first answer belongs to a call of yesterday. */
const ADD_COST = `
  INSERT INTO model_spend AS spend (day, calls, cost_micros) VALUES ((now() AT TIME ZONE 'UTC')::date, 0, $1)
  ON CONFLICT (day) DO UPDATE SET cost_micros = spend.cost_micros + excluded.cost_micros`;

/**
 * Limits the calls of all processes together, also across restarts. While the database is unavailable, each process counts its own calls
 * against the whole limit: suggestions continue, and no single process exceeds it.
 */
export class SharedBudget extends CallBudget {
  private readonly logger = new Logger('Classifier');
  private readonly own: DailyBudget;
  private spentUntil = 0;

  constructor(
    private readonly transactions: Transactions,
    private readonly limits: BudgetLimits,
    private readonly price: ModelPrice | undefined,
  ) {
    super();
    this.own = new DailyBudget(limits.callsPerDay);
  }

  get hasCallsLeft(): boolean {
    return Date.now() >= this.spentUntil && this.own.hasCallsLeft;
  }

  async take(): Promise<boolean> {
    if (!(await this.own.take())) return false;
    const isTaken = await this.takeFromDatabase();
    if (!isTaken) this.spentUntil = Date.now() + RECHECK_MS;
    return isTaken;
  }

  addUsage(usage: ModelUsage): void {
    const cost = costOf(usage, this.price);
    if (!cost) return;
    void this.transactions
      .statement((manager) => manager.query(ADD_COST, [cost]))
      .catch((error: unknown) => this.logger.warn(`The cost of a call could not be recorded: ${String(error)}`));
  }

  private async takeFromDatabase(): Promise<boolean> {
    const { callsPerDay, microsPerMonth = null } = this.limits;
    const taking = this.transactions.statement((manager) =>
      manager.query<unknown[]>(TAKE_CALL, [callsPerDay, microsPerMonth]),
    );
    try {
      return (await within(DATABASE_MS, taking)).length > 0;
    } catch (error) {
      this.logger.warn(`The budget of calls is counted in this process only: ${String(error)}`);
      return true;
    }
  }
}

/** @throws Error if the work takes longer; the work continues */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
