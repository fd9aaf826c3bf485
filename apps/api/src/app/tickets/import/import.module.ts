import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Assignees } from '../../people';
import { TeamsModule } from '../../teams';
import { IdempotencyModule } from '../../platform/idempotency/idempotency.module';
import { Colleagues } from './colleagues';
import { RequestersModule } from '../../requesters';
import { TicketsModule } from '../tickets.module';
import { streamImportFiles } from './import-bodies';
import { ImportController } from './import.controller';
import { ImportService } from './import.service';
import { ImportedTickets } from './imported-tickets';

@Module({
  imports: [IdempotencyModule, TicketsModule, RequestersModule, TeamsModule],
  controllers: [ImportController],
  providers: [Assignees, Colleagues, ImportService, ImportedTickets],
})
export class ImportModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    streamImportFiles(this.host.httpAdapter.getInstance());
  }
}
