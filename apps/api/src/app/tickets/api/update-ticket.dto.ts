import { OmitType, PartialType } from '@nestjs/swagger';
import { CreateTicketDto } from './create-ticket.dto';

/** What a new ticket has and an existing one has not. */
const ONLY_NEW = ['suggestion_id', 'suggestion_shown'] as const;

/** Changes to a ticket. Absent fields stay as they are; `null` is rejected, as on creation. */
export class UpdateTicketDto extends PartialType(OmitType(CreateTicketDto, ONLY_NEW), { skipNullProperties: false }) {}
