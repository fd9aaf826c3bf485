import { newKey } from '@docket/web/http';
import type { NewTicket } from '@docket/web/tickets/data';

/** Idempotency-Key of the ticket being filed. It stays the same until the ticket changes, so that repeated attempts store it once. */
export class FilingKey {
  private ticket = '';
  private key = '';

  of(ticket: NewTicket): string {
    const text = JSON.stringify(ticket);
    if (text !== this.ticket) [this.ticket, this.key] = [text, newKey()];
    return this.key;
  }
}
