import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { AssigneeDto } from '../../people';
import { RequesterDto } from '../../requesters';

/** The team that works on a ticket. */
export class TicketTeamDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the team.', example: 2 })
  id!: number;

  @ApiProperty({ description: 'The name of the team.', example: 'Identity' })
  name!: string;
}

/** The OpenAPI descriptions of a ticket's requester, assignee and team. */
export const TICKET_RELATIONS = {
  requester: { type: RequesterDto, required: false, description: 'Who asks for help. Absent if nobody is named.' },
  assignee: { type: AssigneeDto, required: false, description: 'Who works on it. Absent for nobody.' },
  team: { type: TicketTeamDto, required: false, description: 'The team that works on it. Absent for none.' },
} satisfies Record<string, ApiPropertyOptions>;
