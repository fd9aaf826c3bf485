import type { PropertyName } from '@docket/domain';
import type { NamedRequester } from '../../requesters';
import type { NewTicket } from '../model/new-ticket';
import TICKETS from './demo-tickets.json';

const HOUR = 3_600_000;

type DemoTicket = NewTicket &
  Required<Pick<NewTicket, 'createdAt' | 'updatedAt'>> & { readonly requester?: NamedRequester };

/**
 * Fictional sample tickets, created in the thirty days before `now`, oldest first, so that the dashboard is not empty on the
 * first start.
 */
export function demoTickets(now: Date): DemoTicket[] {
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);
  return TICKETS.map(({ hoursAgo, hoursToUpdate = 0, title, description, requester, tags, ...properties }) => ({
    title,
    description,
    ...(properties as Pick<NewTicket, PropertyName>),
    ...(requester && { requester }),
    ...(tags && { tags }),
    createdAt: ago(hoursAgo),
    updatedAt: ago(hoursAgo - hoursToUpdate),
  }));
}
