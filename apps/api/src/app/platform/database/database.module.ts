import { type DynamicModule, Global, Logger, Module } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Settings } from '../config/settings';
import { Metrics } from '../metrics/metrics';
import type { DatabaseSchema } from './database-schema';
import { Transactions } from './transactions';
import { DatabaseFiles } from './files/database-files';
import { Leases } from './online/leases';
import { OnlineChanges } from './online/online-changes';
import { PoolMetrics } from './pool-metrics';
import { ReportingPool, poolOf } from './reporting-pool';
import { ChangeBell } from './bell/change-bell';
import { LongReads } from './long-reads/long-reads';
import { createLongReads, openChangeBell, openDatabase, openOnlineConnection } from './open-database';
import { openReplica } from './replica/open-replica';
import { ReplicaReads } from './replica/replica-reads';

/** Opens and migrates the database before any provider that injects it is created. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(settings: Settings, schema: DatabaseSchema): DynamicModule {
    const typeOrm = TypeOrmModule.forRootAsync({
      useFactory: () => ({ type: 'postgres', toRetry: () => false }),
      dataSourceFactory: () => openDatabase(settings, schema, new Logger('Database')),
    });
    const onlineChanges = {
      provide: OnlineChanges,
      inject: [getDataSourceToken()],
      useFactory: (database: DataSource) =>
        new OnlineChanges(database, schema.onlineChanges, (signal) => openOnlineConnection(settings, database, signal)),
    };
    const changeBell = {
      provide: ChangeBell,
      inject: [getDataSourceToken()],
      useFactory: (database: DataSource) => openChangeBell(settings, database),
    };
    const pool = { provide: ReportingPool, inject: [getDataSourceToken()], useFactory: poolOf };
    const replicaReads = {
      provide: ReplicaReads,
      inject: [getDataSourceToken(), Transactions, Metrics],
      useFactory: (database: DataSource, transactions: Transactions, metrics: Metrics) =>
        openReplica(settings, schema, database, transactions, metrics),
    };
    const longReads = {
      provide: LongReads,
      inject: [getDataSourceToken(), ReplicaReads],
      useFactory: (database: DataSource, replica: ReplicaReads) => createLongReads(settings, database, replica),
    };
    return {
      module: DatabaseModule,
      imports: [typeOrm],
      providers: [
        Transactions,
        Leases,
        DatabaseFiles,
        onlineChanges,
        changeBell,
        pool,
        PoolMetrics,
        replicaReads,
        longReads,
      ],
      exports: [Transactions, Leases, DatabaseFiles, ChangeBell, ReportingPool, ReplicaReads, LongReads],
    };
  }
}
