import { type DynamicModule, Module } from '@nestjs/common';
import { API_INFO } from './api-info';
import { BackupsModule } from './backup/backups.module';
import { ClassifierModule } from './classifier';
import { ConversationModule } from './conversation/conversation.module';
import { ConfigModule } from './platform/config/config.module';
import { ShutdownModule } from './platform/context/shutdown';
import type { Settings } from './platform/config/settings';
import { DatabaseModule } from './platform/database/database.module';
import { DocsModule } from './platform/openapi/docs.module';
import { MailModule } from './platform/mail/mail.module';
import { MetricsModule } from './platform/metrics/metrics.module';
import { OverloadModule } from './platform/overload/overload.module';
import { HealthModule } from './platform/health/health.module';
import { HistoryModule } from './history/history.module';
import { IdempotencyModule } from './platform/idempotency/idempotency.module';
import { ExportModule } from './tickets/export/export.module';
import { ImportModule } from './tickets/import/import.module';
import { PeopleModule } from './people/people.module';
import { LiveModule } from './live/live.module';
import { RequestsModule } from './requests/requests.module';
import { QuotasModule } from './platform/quotas/quotas.module';
import { SCHEMA } from './schema/schema';
import { SimilarModule } from './tickets/similar/similar.module';
import { TagsModule } from './tickets/tags/tags.module';
import { StatsModule } from './stats/stats.module';
import { TeamsModule } from './teams/teams.module';
import { TicketsModule } from './tickets/tickets.module';
import { WebhooksModule } from './webhooks/webhooks.module';
import { WritingModule } from './writing/writing.module';

@Module({})
export class AppModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(settings),
        ShutdownModule,
        DatabaseModule.forRoot(settings, SCHEMA),
        IdempotencyModule,
        MetricsModule,
        OverloadModule,
        QuotasModule,
        MailModule,
        HealthModule,
        ClassifierModule,
        ExportModule,
        ImportModule,
        StatsModule,
        TicketsModule,
        SimilarModule,
        TagsModule,
        TeamsModule,
        PeopleModule,
        RequestsModule,
        HistoryModule,
        ConversationModule,
        WritingModule,
        LiveModule,
        WebhooksModule,
        BackupsModule,
        DocsModule.forRoot(API_INFO),
      ],
    };
  }
}
