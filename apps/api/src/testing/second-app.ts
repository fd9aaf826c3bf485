import { NestFactory } from '@nestjs/core';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../app/app.module';
import { Settings } from '../app/platform/config/settings';
import { LongReads } from '../app/platform/database/long-reads/long-reads';
import { ChangeBell } from '../app/platform/database/bell/change-bell';
import { DatabaseModule } from '../app/platform/database/database.module';
import { DatabaseFiles } from '../app/platform/database/files/database-files';
import { Leases } from '../app/platform/database/online/leases';
import { ReportingPool, poolOf } from '../app/platform/database/reporting-pool';
import { PrimaryOnly, ReplicaReads } from '../app/platform/database/replica/replica-reads';
import { OnlineChanges } from '../app/platform/database/online/online-changes';
import { Transactions } from '../app/platform/database/transactions';
import { configureApp, createHttpAdapter } from '../app/platform/http/configure-app';
import type { TestApp } from './test-app';

/** A second API process on the database of a test app, as seen by the database. */
export interface SecondApp {
  readonly app: NestFastifyApplication;
  readonly inject: (options: InjectOptions) => Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** Provides the connections of the first app, because the embedded database can be opened only once. */
@Global()
@Module({})
class SharedDatabaseModule {
  static of(database: DataSource, bell: ChangeBell, reads: LongReads): DynamicModule {
    const providers = [
      // Without `destroy`, which Nest would call on shutdown: the first app closes the database.
      { provide: getDataSourceToken(), useValue: database },
      { provide: DataSource, useValue: database },
      { provide: OnlineChanges, useValue: {} },
      { provide: ChangeBell, useValue: bell },
      { provide: ReportingPool, useValue: poolOf(database) },
      { provide: LongReads, useValue: reads },
      { provide: ReplicaReads, useValue: new PrimaryOnly() },
      Transactions,
      Leases,
      DatabaseFiles,
    ];
    return { module: SharedDatabaseModule, providers, exports: providers };
  }
}

/** Starts a second API on the database of the first one, with its own caches and counters in memory. */
export async function startSecondApp({ app: first, database }: TestApp): Promise<SecondApp> {
  const { imports = [], ...rest } = AppModule.forRoot(first.get(Settings));
  const shared = imports.map((imported) =>
    'module' in imported && imported.module === DatabaseModule
      ? SharedDatabaseModule.of(database, first.get(ChangeBell), first.get(LongReads))
      : imported,
  );
  const app = await NestFactory.create<NestFastifyApplication>({ ...rest, imports: shared }, createHttpAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await configureApp(app).init();
  return { app, inject: (options) => app.inject(options), close: () => app.close() };
}
