import { hash } from 'node:crypto';
import { entityTag } from '../../platform/http/entity-tag';
import type { TicketRow } from '../model/ticket-row';

/** Hexadecimal digits of the hash: 48 bits, for the few names that one version of a ticket ever has. */
const HASH_LENGTH = 12;

/**
 * The entity tag of a ticket: `"7-3"` from id and version, and `"7-3-<hash>"` with the names of its requester, assignee and team. Others
 * may be renamed without a change of the ticket, and a strong tag differs whenever the response does.
 */
export function ticketTag(ticket: TicketRow): string {
  const { requester, assignee, team } = ticket;
  if (!requester && !assignee && !team) return entityTag(ticket);
  const names = JSON.stringify([requester?.email, requester?.name, assignee?.name, team?.name]);
  return entityTag(ticket, hash('sha256', names).slice(0, HASH_LENGTH));
}
