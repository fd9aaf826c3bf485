import type { TicketCategory, TicketPriority, TicketStatus } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { AssigneeDto } from '../../people';
import type { RequesterDto } from '../../requesters';
import type { TicketRow } from '../model/ticket-row';
import { TICKET_RELATIONS, type TicketTeamDto } from './ticket-relations';
import { TICKET_PROPERTIES } from './ticket-properties';

/** A ticket in a response. */
export class TicketDto {
  @ApiProperty(TICKET_PROPERTIES.id)
  id!: number;

  @ApiProperty(TICKET_PROPERTIES.title)
  title!: string;

  @ApiProperty(TICKET_PROPERTIES.description)
  description!: string;

  @ApiProperty(TICKET_PROPERTIES.category)
  category!: TicketCategory;

  @ApiProperty(TICKET_PROPERTIES.priority)
  priority!: TicketPriority;

  @ApiProperty(TICKET_PROPERTIES.status)
  status!: TicketStatus;

  @ApiProperty(TICKET_PROPERTIES.created_at)
  created_at!: string;

  @ApiProperty(TICKET_PROPERTIES.updated_at)
  updated_at!: string;

  @ApiProperty(TICKET_RELATIONS.requester)
  requester?: RequesterDto;

  @ApiProperty(TICKET_RELATIONS.assignee)
  assignee?: AssigneeDto;

  @ApiProperty(TICKET_RELATIONS.team)
  team?: TicketTeamDto;

  @ApiProperty({ ...TICKET_PROPERTIES.tags, required: false })
  tags?: readonly string[];
}

/**
 * Lists each field, so that a new column cannot leak. A ticket without requester, assignee, team and tags has only the fields of the first
 * API version. Does not use spread syntax, whose copies double the garbage of a page.
 */
export function toTicketDto(ticket: TicketRow): TicketDto {
  const { id, title, description, category, priority, status, created_at, updated_at } = ticket;
  const dto: TicketDto = { id, title, description, category, priority, status, created_at, updated_at };
  if (ticket.requester) dto.requester = ticket.requester;
  if (ticket.assignee) dto.assignee = ticket.assignee;
  if (ticket.team) dto.team = ticket.team;
  if (ticket.tags.length > 0) dto.tags = ticket.tags;
  return dto;
}
