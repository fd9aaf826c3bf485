import { IsOptional } from 'class-validator';
import { CreateTicketDto } from '../api/create-ticket.dto';
import { IsCreationTime } from './is-creation-time';

/** A row of an import file: a new ticket, and the time when it was filed. */
export class ImportRowDto extends CreateTicketDto {
  @IsOptional()
  @IsCreationTime()
  created_at?: string;
}
