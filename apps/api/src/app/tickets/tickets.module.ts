import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Ticket } from './ticket.entity';
import { TicketCount } from './ticket-count';
import { TicketSearch } from './ticket-search';
import { TicketList } from './ticket-list';
import { TicketsController } from './tickets.controller';
import { TicketsService } from './tickets.service';

@Module({
  imports: [TypeOrmModule.forFeature([Ticket])],
  controllers: [TicketsController],
  providers: [TicketsService, TicketList, TicketCount, TicketSearch],
})
export class TicketsModule {}
