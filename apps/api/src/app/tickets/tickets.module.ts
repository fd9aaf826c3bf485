import { Module } from '@nestjs/common';
import { TicketsController } from './api/tickets.controller';
import { TicketCount } from './list/ticket-count';
import { TicketList } from './list/ticket-list';
import { TicketSearch } from './search/ticket-search';
import { TicketsService } from './tickets.service';
import { TicketWriter } from './write/ticket-writer';

@Module({
  controllers: [TicketsController],
  providers: [TicketsService, TicketWriter, TicketList, TicketCount, TicketSearch],
  exports: [TicketWriter],
})
export class TicketsModule {}
