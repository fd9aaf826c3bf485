import { PartialType } from '@nestjs/swagger';
import { CreateTicketDto } from './create-ticket.dto';

/** Changes to a ticket. Absent fields stay as they are; `null` is rejected, as on creation. */
export class UpdateTicketDto extends PartialType(CreateTicketDto, { skipNullProperties: false }) {}
