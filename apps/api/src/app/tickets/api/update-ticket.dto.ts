import { OmitType, PartialType } from '@nestjs/swagger';
import { CreateTicketDto } from './create-ticket.dto';

/** Fields that exist only on creation. */
const ONLY_NEW = ['suggestion_id', 'suggestion_shown'] as const;

/** Changes to a ticket. Absent fields stay unchanged; `null` is rejected, as on creation. */
export class UpdateTicketDto extends PartialType(OmitType(CreateTicketDto, ONLY_NEW), { skipNullProperties: false }) {}
