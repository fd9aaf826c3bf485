import { PartialType } from '@nestjs/swagger';
import { CreateTicketDto } from './create-ticket.dto';

/** What to change of a ticket; a field that is absent stays as it is. `null` is refused, as it is on creation. */
export class UpdateTicketDto extends PartialType(CreateTicketDto, { skipNullProperties: false }) {}
