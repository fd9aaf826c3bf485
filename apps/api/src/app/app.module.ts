import { type DynamicModule, Module } from '@nestjs/common';
import { ClassifierModule } from './classifier/classifier.module';
import { ConfigModule } from './config/config.module';
import type { Settings } from './config/settings';
import { DatabaseModule } from './database/database.module';
import { DocsModule } from './docs/docs.module';
import { HealthModule } from './health/health.module';
import { ImportModule } from './import/import.module';
import { StatsModule } from './stats/stats.module';
import { TicketsModule } from './tickets/tickets.module';

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        DatabaseModule.with(settings),
        HealthModule,
        ClassifierModule,
        ImportModule,
        StatsModule,
        TicketsModule,
        DocsModule,
      ],
    };
  }
}
