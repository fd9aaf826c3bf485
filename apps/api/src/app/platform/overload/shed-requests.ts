import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { ReportingPool } from '../database/reporting-pool';
import { isProbe } from '../health/is-probe';
import { Metrics } from '../metrics/metrics';
import { LoopDelay } from './loop-delay';
import { type Overload, OverloadedException } from './overloaded.exception';

/** Length of the queue for a connection from which the pool may be overloaded, as a multiple of its connections. */
const QUEUE_FACTOR = 4;

/**
 * Wait of the oldest request of such a queue from which the pool is overloaded, in milliseconds. A burst of short queries also makes a
 * long queue, but leaves it sooner. After two seconds, requests leave the queue with an error.
 */
const QUEUE_WAIT_MS = 500;

/** Refuses requests before they begin, while the server has more than it can serve in time. */
@Injectable()
export class ShedRequests {
  private readonly refused;

  constructor(
    private readonly pool: ReportingPool,
    private readonly loop: LoopDelay,
    metrics: Metrics,
  ) {
    this.refused = metrics.counter(
      'docket_requests_refused_total',
      'Requests refused with 503 because the server had too many.',
      'reason',
    );
  }

  /** The exhausted resource; undefined if the server serves requests in time. */
  get overload(): Overload | undefined {
    if (this.loop.isHigh) return 'event_loop';
    const { pool } = this;
    return pool.waitingCount > QUEUE_FACTOR * pool.size && pool.longestWaitMs > QUEUE_WAIT_MS ? 'pool' : undefined;
  }

  /** Counts a refused request. Returns the exception for it. */
  refuse(overload: Overload): OverloadedException {
    this.refused.add(overload);
    return new OverloadedException(overload);
  }
}

/** Refuses requests while the server is overloaded. Probes are served: a restart would not help. */
export function shedRequests(fastify: FastifyInstance, shed: ShedRequests): void {
  fastify.addHook('onRequest', ({ url }, _reply, done) => {
    const { overload } = shed;
    if (overload && !isProbe(url)) throw shed.refuse(overload);
    done();
  });
}
