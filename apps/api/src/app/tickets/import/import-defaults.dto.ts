import { TICKET_CATEGORIES, TICKET_PRIORITIES, type TicketCategory, type TicketPriority } from '@docket/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { EmptyToUndefined } from '../../platform/validation/query-values';

/** Default properties for rows that have none. */
export class ImportDefaultsDto {
  @ApiPropertyOptional({
    enum: TICKET_CATEGORIES,
    enumName: 'TicketCategory',
    description: 'The category of rows that have none. Without it, such rows are rejected.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(TICKET_CATEGORIES)
  default_category?: TicketCategory;

  @ApiPropertyOptional({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    description: 'The priority of rows that have none. Without it, such rows are rejected.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(TICKET_PRIORITIES)
  default_priority?: TicketPriority;
}
