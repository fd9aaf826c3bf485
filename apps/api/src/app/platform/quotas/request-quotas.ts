import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../config/settings';
import { Transactions } from '../database/transactions';
import { RepeatedJob } from '../jobs/repeated-job';
import { QuotaCounts, type QuotaState } from './quota-counts';
import { QUOTA_SECONDS, type Quota, quotaOf } from './quota-policy';

/** Time between two exchanges of counts with other processes, in milliseconds. Between them, processes do not know of each other's requests. */
const EXCHANGE_MS = 1000;

/** Adds the requests of this process and reads the total. Uses the table of all rate limits, whose old rows are deleted regularly. */
const EXCHANGE = `
  INSERT INTO rate_limits (key, points, expire)
  SELECT key, requests, $3::bigint FROM unnest($1::text[], $2::int[]) AS sent (key, requests)
  ON CONFLICT (key) DO UPDATE SET points = rate_limits.points + excluded.points
  RETURNING key, points`;

/** The quota of a request, and the rest of it. */
export interface TakenQuota extends Quota, QuotaState {}

/**
 * Counts the requests of each sender in memory, so that a request needs no query for it. Processes on a server exchange their counts
 * once a second, so together they may slightly exceed the limit.
 */
@Injectable()
export class RequestQuotas implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly counts = new QuotaCounts();
  private readonly exchanges = new RepeatedJob({
    name: 'quotas',
    firstMs: EXCHANGE_MS,
    intervalMs: EXCHANGE_MS,
    pass: () => this.exchange(),
    onFailure: () => undefined, // the counts are sent with the next exchange
  });

  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
  ) {}

  onApplicationBootstrap(): void {
    const { REQUEST_LIMITS, DATABASE_URL } = this.settings;
    if (REQUEST_LIMITS && DATABASE_URL !== undefined) this.exchanges.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.exchanges.stop();
  }

  /** Counts a request. Undefined for one without a limit. */
  take(request: FastifyRequest): TakenQuota | undefined {
    const quota = this.settings.REQUEST_LIMITS ? quotaOf(request) : undefined;
    return quota && { ...quota, ...this.counts.take(quota.key, quota.limit) };
  }

  /** Runs one statement, or none without new requests. Sorted by key, so that two processes do not deadlock. */
  async exchange(): Promise<void> {
    const { minute, counts } = this.counts.unsent();
    if (!counts.length) return;
    const sent = new Map(counts.map((count) => [`quota:${minute}:${count.key}`, count]));
    const keys = [...sent.keys()].sort();
    const expire = (minute + 1) * QUOTA_SECONDS * 1000;
    const rows = await this.transactions.statement((manager) =>
      manager.query<{ key: string; points: number }[]>(EXCHANGE, [
        keys,
        keys.map((key) => sent.get(key)?.requests ?? 0),
        expire,
      ]),
    );
    for (const { key, points } of rows) {
      const count = sent.get(key);
      if (count) this.counts.settle(minute, count, points);
    }
  }
}
