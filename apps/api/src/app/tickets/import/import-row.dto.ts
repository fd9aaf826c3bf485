import { CreateTicketDto } from '../api/create-ticket.dto';
import { MayBeAbsent } from '../../platform/validation/may-be-absent';
import { IsCreationTime } from './is-creation-time';

/** A row of an import file: a ticket to file, by the same rules, and when it was filed. */
export class ImportRowDto extends CreateTicketDto {
  @MayBeAbsent()
  @IsCreationTime()
  created_at?: string;
}
