import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/needs';
import type { Actor } from '../../platform/context/actor';
import { CurrentActor } from '../../platform/context/current-actor';
import { entityTag, versionsMatching } from '../../platform/http/entity-tag';
import { IdPipe } from '../../platform/validation/id.pipe';
import { CreateTicketDto } from './create-ticket.dto';
import { type ListedTicketDto, toListedTicketDto } from './listed-ticket.dto';
import { ListTicketsDto } from './list-tickets.dto';
import { pageHeaders } from './page-headers';
import { TicketDto, toTicketDto } from './ticket.dto';
import { TicketList } from '../list/ticket-list';
import { replyUnlessNotModified } from './ticket-reply';
import { toTicketQuery } from './to-ticket-query';
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
  @Needs('tickets:write')
  @DescribeCreateTicket()
  async createTicket(
    @CurrentActor() actor: Actor,
    @Body() fields: CreateTicketDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDto> {
    const ticket = await this.tickets.create(actor, fields);
    reply.headers({ Location: `/api/tickets/${ticket.id}/`, ETag: entityTag(ticket) });
    return toTicketDto(ticket);
  }

  @Get()
  @Needs('tickets:read')
  @DescribeListTickets()
  async listTickets(
    @Query() query: ListTicketsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListedTicketDto[]> {
    const page = await this.ticketList.page(toTicketQuery(query));
    reply.headers(pageHeaders(page, query));
    return page.tickets.map(toListedTicketDto);
  }

  @Get(':id')
  @Needs('tickets:read')
  @DescribeGetTicket()
  async getTicket(
    @Param('id', IdPipe) id: number,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDto | undefined> {
    return replyUnlessNotModified(reply, await this.tickets.find(id), ifNoneMatch);
  }

  @Patch(':id')
  @Needs('tickets:write')
  @DescribeUpdateTicket()
  async updateTicket(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: number,
    @Body() changes: UpdateTicketDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDto> {
    const ticket = await this.tickets.update(actor, id, changes, versionsMatching(ifMatch, id));
    reply.header('ETag', entityTag(ticket));
    return toTicketDto(ticket);
  }
}
