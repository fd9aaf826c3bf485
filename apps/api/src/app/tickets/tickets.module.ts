import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Ticket } from './model/ticket.entity';
import { TicketCount } from './list/ticket-count';
import { TicketSearch } from './search/ticket-search';
import { TicketList } from './list/ticket-list';
import { TicketsController } from './api/tickets.controller';
import { TicketsService } from './tickets.service';

@Module({
  imports: [TypeOrmModule.forFeature([Ticket])],
  controllers: [TicketsController],
  providers: [TicketsService, TicketList, TicketCount, TicketSearch],
})
export class TicketsModule {}
