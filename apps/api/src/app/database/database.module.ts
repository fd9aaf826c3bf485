import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { embeddedOptions, serverOptions } from './data-source-options';
import { openEmbeddedDatabase } from './embedded-database';
import { migrate } from './migrate';

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: async (settings: Settings) =>
        settings.DATABASE_URL
          ? serverOptions(settings.DATABASE_URL, settings.DATABASE_POOL_SIZE)
          : embeddedOptions(await openEmbeddedDatabase({ dataDir: settings.DATA_DIR })),
      dataSourceFactory: async (options) => {
        if (!options) throw new Error('No database is configured');
        const database = await new DataSource(options).initialize();
        await migrate(database);
        return database;
      },
    }),
  ],
})
export class DatabaseModule {}
