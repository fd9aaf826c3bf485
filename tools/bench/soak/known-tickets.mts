/** A ticket that may be asked for, and its version as the API tells it. */
export interface KnownTicket {
  readonly path: string;
  readonly tag: string;
}

/** So many are remembered. */
const MOST = 2000;

/** Tickets that were filed meanwhile. One that is taken out is nobody else's until it is put back. */
export class KnownTickets {
  private readonly tickets: KnownTicket[] = [];
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  /** The ticket that a created one's headers name. */
  add({ location, etag }: Record<string, string>): void {
    if (location && etag) this.put({ path: location, tag: etag });
  }

  put(ticket: KnownTicket): void {
    if (this.tickets.length < MOST) this.tickets.push(ticket);
    else this.tickets[this.place()] = ticket;
  }

  take(): KnownTicket | undefined {
    return this.tickets.splice(this.place(), 1)[0];
  }

  any(): KnownTicket | undefined {
    return this.tickets[this.place()];
  }

  private place(): number {
    return Math.floor(this.random() * this.tickets.length);
  }
}
