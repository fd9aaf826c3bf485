import { newKey } from '@docket/web/http';
import type { NewTicket } from '@docket/web/tickets/data';

/** The Idempotency-Key of a ticket that is being filed: the same one until the ticket changes, so that trying again stores it once. */
export class FilingKey {
  private ticket = '';
  private key = '';

  of(ticket: NewTicket): string {
    const text = JSON.stringify(ticket);
    if (text !== this.ticket) [this.ticket, this.key] = [text, newKey()];
    return this.key;
  }
}
