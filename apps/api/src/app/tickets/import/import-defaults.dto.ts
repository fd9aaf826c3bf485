import { TICKET_CATEGORIES, TICKET_PRIORITIES, type TicketCategory, type TicketPriority } from '@docket/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { MayBeAbsent } from '../../platform/validation/may-be-absent';
import { BlankIsAbsent } from '../../platform/validation/query-values';

/** What stands in for the labels that a row leaves empty. */
export class ImportDefaultsDto {
  @ApiPropertyOptional({
    enum: TICKET_CATEGORIES,
    enumName: 'TicketCategory',
    description: 'The category of rows that have none. Without it, such rows are rejected.',
  })
  @BlankIsAbsent()
  @MayBeAbsent()
  @IsOneOf(TICKET_CATEGORIES)
  default_category?: TicketCategory;

  @ApiPropertyOptional({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    description: 'The priority of rows that have none. Without it, such rows are rejected.',
  })
  @BlankIsAbsent()
  @MayBeAbsent()
  @IsOneOf(TICKET_PRIORITIES)
  default_priority?: TicketPriority;
}
