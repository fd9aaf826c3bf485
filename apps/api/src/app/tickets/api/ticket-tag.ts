import { hash } from 'node:crypto';
import { entityTag } from '../../platform/http/entity-tag';
import type { TicketRow } from '../model/ticket-row';

/** Hexadecimal digits of the hash: 48 bits, enough for the few names that one version of a ticket ever has. */
const HASH_LENGTH = 12;

/**
 * The entity tag of a ticket: `"7-3"` from id and version, or `"7-3-<hash>"` with a hash of the names of its requester, assignee and team.
 * Renaming one of them does not change the ticket, but a strong tag must differ whenever the response does.
 */
export function ticketTag(ticket: TicketRow): string {
  const { requester, assignee, team } = ticket;
  if (!requester && !assignee && !team) return entityTag(ticket);
  const names = JSON.stringify([requester?.email, requester?.name, assignee?.name, team?.name]);
  return entityTag(ticket, hash('sha256', names).slice(0, HASH_LENGTH));
}
