import { formatValue } from '@docket/ticket-query';

/** The query for all tickets of a requester. */
export function requesterQuery(email: string): { readonly q: string } {
  return { q: `requester:${formatValue('requester', { kind: 'text', text: email })}` };
}
