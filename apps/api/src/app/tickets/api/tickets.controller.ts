import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CreateTicketDto } from './create-ticket.dto';
import { entityTag, versionsMatching } from './entity-tag';
import { ListTicketsDto } from './list-tickets.dto';
import { decodeCursor } from '../query/page-cursor';
import { pageHeaders } from './page-headers';
import { TicketDto, toTicketDto } from './ticket.dto';
import { TicketIdPipe } from './ticket-id.pipe';
import { TicketList } from '../list/ticket-list';
import { replyUnlessNotModified } from './ticket-reply';
import { DescribeCreateTicket, DescribeGetTicket, DescribeListTickets, DescribeUpdateTicket } from './tickets.openapi';
import { TicketsService } from '../tickets.service';
import { UpdateTicketDto } from './update-ticket.dto';

@ApiTags('tickets')
@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly ticketList: TicketList,
  ) {}

  @Post()
  @DescribeCreateTicket()
  async createTicket(
    @Body() fields: CreateTicketDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDto> {
    const ticket = await this.tickets.create(fields);
    reply.headers({ Location: `/api/tickets/${ticket.id}/`, ETag: entityTag(ticket) });
    return toTicketDto(ticket);
  }

  @Get()
  @DescribeListTickets()
  async listTickets(
    @Query() query: ListTicketsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDto[]> {
    const page = await this.ticketList.page(query, query.limit, decodeCursor(query.cursor));
    reply.headers(pageHeaders(page, query));
    return page.tickets.map(toTicketDto);
  }

  @Get(':id')
  @DescribeGetTicket()
  async getTicket(
    @Param('id', TicketIdPipe) id: number,
    @Headers('if-none-match') knownTags: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDto | undefined> {
    return replyUnlessNotModified(reply, await this.tickets.find(id), knownTags);
  }

  @Patch(':id')
  @DescribeUpdateTicket()
  async updateTicket(
    @Param('id', TicketIdPipe) id: number,
    @Body() changes: UpdateTicketDto,
    @Headers('if-match') expectedTags: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDto> {
    const ticket = await this.tickets.update(id, changes, versionsMatching(expectedTags, id));
    reply.header('ETag', entityTag(ticket));
    return toTicketDto(ticket);
  }
}
