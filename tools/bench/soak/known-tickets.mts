/** A ticket to request, with the entity tag of its last known version. */
export interface KnownTicket {
  readonly path: string;
  readonly etag: string;
}

/** Maximum number of remembered tickets. */
const CAPACITY = 2000;

/** Tickets filed during the run. A taken ticket is not returned again until it is put back. */
export class KnownTickets {
  private readonly tickets: KnownTicket[] = [];
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  /** Adds the ticket in the headers of a 201 response. */
  add({ location, etag }: Record<string, string>): void {
    if (location && etag) this.put({ path: location, etag });
  }

  put(ticket: KnownTicket): void {
    if (this.tickets.length < CAPACITY) this.tickets.push(ticket);
    else this.tickets[this.randomIndex()] = ticket;
  }

  take(): KnownTicket | undefined {
    return this.tickets.splice(this.randomIndex(), 1)[0];
  }

  any(): KnownTicket | undefined {
    return this.tickets[this.randomIndex()];
  }

  private randomIndex(): number {
    return Math.floor(this.random() * this.tickets.length);
  }
}
