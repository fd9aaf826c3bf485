import type { TicketCategory, TicketPriority, TicketStatus } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { TicketRow } from '../model/ticket-row';
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
}

/** Lists each field, so that a new column cannot leak. */
export function toTicketDto(ticket: TicketRow): TicketDto {
  const { id, title, description, category, priority, status, created_at, updated_at } = ticket;
  return { id, title, description, category, priority, status, created_at, updated_at };
}
