import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/needs';
import type { Actor } from '../../platform/context/actor';
import { CurrentActor } from '../../platform/context/current-actor';
import { ReplicaReads } from '../../platform/database/replica/replica-reads';
import { versionsMatching } from '../../platform/http/entity-tag';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { IdPipe } from '../../platform/validation/id.pipe';
import { SuggestionChoices } from '../../suggestions';
import { CreateTicketDto } from './create-ticket.dto';
import { type ListedTicketDto, toListedTicketDto } from './listed-ticket.dto';
import { ListTicketsDto } from './list-tickets.dto';
import { headersOfIds, pageHeaders } from './page-headers';
import { TicketDto, toTicketDto } from './ticket.dto';
import { FilterReferences } from '../filter-references';
import { QueryReader } from '../query-text/query-reader';
import { TicketList } from '../list/ticket-list';
import { TicketsById } from '../list/tickets-by-id';
import { toChoice } from './suggestion-choice';
import { replyUnlessNotModified } from './ticket-reply';
import { ticketTag } from './ticket-tag';
import { toTicketChanges } from './to-ticket-changes';
import { namedRelations, toTicketQuery } from './to-ticket-query';
import { DescribeCreateTicket, DescribeGetTicket, DescribeListTickets, DescribeUpdateTicket } from './tickets.openapi';
import { TicketsService } from '../tickets.service';
import { UpdateTicketDto } from './update-ticket.dto';

@ApiTags('tickets')
@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly ticketList: TicketList,
    private readonly ticketsById: TicketsById,
    private readonly references: FilterReferences,
    private readonly reader: QueryReader,
    private readonly choices: SuggestionChoices,
    private readonly replica: ReplicaReads,
  ) {}

  @Post()
  @Needs('tickets:write')
  @DescribeCreateTicket()
  @Idempotent()
  async createTicket(
    @CurrentActor() actor: Actor,
    @Body() body: CreateTicketDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDto> {
    const { suggestion_id: suggestionId, suggestion_shown: shown, ...properties } = body;
    const { fields, named } = toTicketChanges(properties);
    const ticket = await this.tickets.create(actor, fields, named);
    if (suggestionId)
      reply.header('Docket-Suggestion', await this.choices.record(suggestionId, toChoice(ticket, shown)));
    reply.headers({ Location: `/api/tickets/${ticket.id}/`, ETag: ticketTag(ticket) });
    return toTicketDto(ticket);
  }

  @Get()
  @Needs('tickets:read')
  @DescribeListTickets()
  async listTickets(
    @CurrentActor() actor: Actor,
    @Query() query: ListTicketsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListedTicketDto[]> {
    if (query.ids) return this.listByIds(query.ids.map(Number), reply);
    const page = await this.replica.read(async () => {
      const relations = await this.references.resolve(actor, namedRelations(query));
      const text = await this.reader.read(actor, query.q ?? '');
      return this.ticketList.page(toTicketQuery(query, relations, text));
    });
    reply.headers(pageHeaders(page, query));
    return page.tickets.map(toListedTicketDto);
  }

  private async listByIds(ids: readonly number[], reply: FastifyReply): Promise<ListedTicketDto[]> {
    const found = await this.ticketsById.find(ids);
    reply.headers(headersOfIds(found));
    return found.tickets.map(toListedTicketDto);
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
    @Body() body: UpdateTicketDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDto> {
    const { fields, named } = toTicketChanges(body);
    const ticket = await this.tickets.update(actor, id, fields, named, versionsMatching(ifMatch, id));
    reply.header('ETag', ticketTag(ticket));
    return toTicketDto(ticket);
  }
}
