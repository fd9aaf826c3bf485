import {
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
  TITLE_MAX_LENGTH,
} from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Ticket } from './ticket.entity';

export class CreateTicketDto {
  @ApiProperty({ maxLength: TITLE_MAX_LENGTH })
  @IsString()
  @IsNotEmpty()
  @MaxLength(TITLE_MAX_LENGTH)
  title!: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  description!: string;

  @ApiProperty({ enum: TICKET_CATEGORIES, enumName: 'TicketCategory' })
  @IsIn(TICKET_CATEGORIES)
  category!: TicketCategory;

  @ApiProperty({ enum: TICKET_PRIORITIES, enumName: 'TicketPriority' })
  @IsIn(TICKET_PRIORITIES)
  priority!: TicketPriority;

  @ApiProperty({ enum: TICKET_STATUSES, enumName: 'TicketStatus', required: false })
  @IsOptional()
  @IsIn(TICKET_STATUSES)
  status?: TicketStatus;
}

export class TicketDto {
  @ApiProperty() id!: number;
  @ApiProperty() title!: string;
  @ApiProperty() description!: string;
  @ApiProperty({ enum: TICKET_CATEGORIES, enumName: 'TicketCategory' }) category!: TicketCategory;
  @ApiProperty({ enum: TICKET_PRIORITIES, enumName: 'TicketPriority' }) priority!: TicketPriority;
  @ApiProperty({ enum: TICKET_STATUSES, enumName: 'TicketStatus' }) status!: TicketStatus;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ format: 'date-time' }) updated_at!: string;
}

/** Lists the fields one by one, so that a new column cannot leak. */
export function toTicketDto(ticket: Ticket): TicketDto {
  const { id, title, description, category, priority, status, createdAt, updatedAt } = ticket;
  return {
    id,
    title,
    description,
    category,
    priority,
    status,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}
