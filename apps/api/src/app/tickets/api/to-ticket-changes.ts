import type { NamedAssignment } from '../ticket-references';
import type { UpdateTicketDto } from './update-ticket.dto';

/** Splits a body into the fields of the ticket and its relations. */
export function toTicketChanges<T extends UpdateTicketDto>({
  requester,
  assignee_id: assigneeId,
  team_id: teamId,
  ...fields
}: T): { fields: Omit<T, 'requester' | 'assignee_id' | 'team_id'>; named: NamedAssignment } {
  return { fields, named: { requester, assigneeId, teamId } };
}
