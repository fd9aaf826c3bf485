import { TICKET_CATEGORIES, TICKET_PRIORITIES, type TicketCategory, type TicketPriority } from '@docket/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsLabel } from '../validation/is-label';
import { MayBeAbsent } from '../validation/may-be-absent';
import { BlankIsAbsent } from '../validation/query-values';

/** What stands in for the labels that a row leaves empty. */
export class ImportDefaultsDto {
  @ApiPropertyOptional({
    enum: TICKET_CATEGORIES,
    enumName: 'TicketCategory',
    description: 'The category of rows that have none. Without it, such rows are rejected.',
  })
  @BlankIsAbsent()
  @MayBeAbsent()
  @IsLabel(TICKET_CATEGORIES)
  default_category?: TicketCategory;

  @ApiPropertyOptional({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    description: 'The priority of rows that have none. Without it, such rows are rejected.',
  })
  @BlankIsAbsent()
  @MayBeAbsent()
  @IsLabel(TICKET_PRIORITIES)
  default_priority?: TicketPriority;
}
