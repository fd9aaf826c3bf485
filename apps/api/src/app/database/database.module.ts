import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Settings } from '../config/settings';
import { openDatabase } from './open-database';

@Module({})
export class DatabaseModule {
  /** The database that the settings name, open and migrated before anything that injects it is made. */
  static with(settings: Settings): DynamicModule {
    const typeOrm = TypeOrmModule.forRootAsync({
      useFactory: () => ({ type: 'postgres', toRetry: () => false }),
      dataSourceFactory: () => openDatabase(settings, new Logger('Database')),
    });
    return { module: DatabaseModule, imports: [typeOrm] };
  }
}
