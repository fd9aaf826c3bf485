import { ApiProperty } from '@nestjs/swagger';
import { ListedTicketDto, toListedTicketDto } from '../api/listed-ticket.dto';
import { EXTERNAL_ID_MAX_LENGTH } from '../model/new-ticket';
import type { ExportedRow } from './exported-row';

/** A ticket with all of its fields, for exports and for copies that follow the changes. */
export class ExportedTicketDto extends ListedTicketDto {
  @ApiProperty({
    required: false,
    minLength: 1,
    maxLength: EXTERNAL_ID_MAX_LENGTH,
    description: 'Its id in the system that it was imported from. Absent if there is none.',
    example: 'ZD-4711',
  })
  external_id?: string;
}

export function toExportedTicketDto(ticket: ExportedRow): ExportedTicketDto {
  const dto: ExportedTicketDto = toListedTicketDto(ticket);
  if (ticket.external_id !== null) dto.external_id = ticket.external_id;
  return dto;
}
