import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Metrics } from '../metrics/metrics';
import { ReportingPool } from './reporting-pool';

/** The metrics of the connections to the database, and of the disk of the embedded one. */
@Injectable()
export class PoolMetrics {
  constructor(@InjectDataSource() database: DataSource, pool: ReportingPool, metrics: Metrics) {
    metrics.gauge({
      name: 'docket_db_pool',
      help: 'Connections to the database by state: in use, idle, and the maximum; and requests that wait for one.',
      label: 'state',
      read: () => ({
        in_use: pool.inUseCount,
        idle: pool.idleCount,
        waiting: pool.waitingCount,
        max: pool.size,
      }),
    });
    metrics.gauge({
      name: 'docket_disk_free_bytes',
      help: 'Free bytes of the disk of the embedded database. Absent with a server.',
      read: () => (database as { readonly freeBytes?: number }).freeBytes,
    });
  }
}
