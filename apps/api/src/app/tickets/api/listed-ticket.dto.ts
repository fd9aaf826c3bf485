import { ApiProperty } from '@nestjs/swagger';
import type { TicketRow } from '../model/ticket-row';
import { TICKET_PROPERTIES } from './ticket-properties';
import { TicketDto, toTicketDto } from './ticket.dto';

/** A ticket in a list, with its version, because a list has no ETag per row. */
export class ListedTicketDto extends TicketDto {
  @ApiProperty(TICKET_PROPERTIES.version)
  version!: number;
}

export function toListedTicketDto(ticket: TicketRow): ListedTicketDto {
  return Object.assign(toTicketDto(ticket), { version: ticket.version });
}
