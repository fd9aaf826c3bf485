import { type DynamicModule, Global, Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Settings } from '../config/settings';
import type { DatabaseSchema } from './database-schema';
import { Transactions } from './transactions';
import { openDatabase } from './open-database';

/** Opens and migrates the database before any provider that injects it is created. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(settings: Settings, schema: DatabaseSchema): DynamicModule {
    const typeOrm = TypeOrmModule.forRootAsync({
      useFactory: () => ({ type: 'postgres', toRetry: () => false }),
      dataSourceFactory: () => openDatabase(settings, schema, new Logger('Database')),
    });
    return { module: DatabaseModule, imports: [typeOrm], providers: [Transactions], exports: [Transactions] };
  }
}
