import type { NamedAssignment } from '../ticket-references';
import type { UpdateTicketDto } from './update-ticket.dto';

/** The parts of a body: the fields of the ticket itself, and those who belong to it. */
export function toTicketChanges<T extends UpdateTicketDto>({
  requester,
  assignee_id: assigneeId,
  team_id: teamId,
  ...fields
}: T): { fields: Omit<T, 'requester' | 'assignee_id' | 'team_id'>; named: NamedAssignment } {
  return { fields, named: { requester, assigneeId, teamId } };
}
