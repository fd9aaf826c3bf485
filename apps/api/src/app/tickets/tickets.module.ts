import { Module } from '@nestjs/common';
import { TicketsController } from './api/tickets.controller';
import { TicketCount } from './list/ticket-count';
import { TicketList } from './list/ticket-list';
import { TicketsById } from './list/tickets-by-id';
import { TicketSearch } from './search/ticket-search';
import { PresentTickets } from './export/present-tickets';
import { TicketsService } from './tickets.service';
import { Assignees } from '../people';
import { RequestersModule } from '../requesters';
import { SuggestionsModule } from '../suggestions';
import { TeamsModule } from '../teams';
import { FilterReferences } from './filter-references';
import { QueryReader } from './query-text/query-reader';
import { TicketReferences } from './ticket-references';
import { TicketWriter } from './write/ticket-writer';

@Module({
  controllers: [TicketsController],
  imports: [RequestersModule, SuggestionsModule, TeamsModule],
  providers: [
    Assignees,
    FilterReferences,
    QueryReader,
    TicketReferences,
    TicketsService,
    TicketWriter,
    TicketList,
    TicketsById,
    TicketCount,
    TicketSearch,
    PresentTickets,
  ],
  exports: [PresentTickets, QueryReader, TicketWriter, TicketsService],
})
export class TicketsModule {}
