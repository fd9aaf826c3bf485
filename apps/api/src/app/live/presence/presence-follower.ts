import type { Presence } from '@docket/domain';
import type { ChangeBell } from '../../platform/database/bell/change-bell';
import { RepeatedRead } from '../../platform/jobs/repeated-read';
import type { PresentPeople, PresentPerson } from './present-people';

/** Minimum time between two reads, in milliseconds. The bell also rings for changes of tickets. */
const READ_INTERVAL_MS = 250;

/** Time between two deletions of expired rows, in milliseconds. */
const DELETE_INTERVAL_MS = 10 * 60_000;

/** Maximum number of people listed per ticket. */
const MAX_PEOPLE = 20;

/** The people who have a ticket open. Empty once the last one has left. */
export interface TicketPresence {
  readonly ticket_id: number;
  readonly people: readonly { readonly id: number; readonly name: string; readonly doing: Presence }[];
}

/** Follows the presence of all people while it runs: one query serves all streams of a process. */
export class PresenceFollower {
  private tickets: ReadonlyMap<number, TicketPresence> = new Map();
  private nextEnd = Infinity;
  private deletedAt = -Infinity;
  private isStopped = false;
  private reads?: RepeatedRead;

  private constructor(
    private readonly present: PresentPeople,
    private readonly onChange: (tickets: readonly TicketPresence[]) => void,
  ) {}

  /** @param onChange receives the tickets whose people have changed */
  static async start(
    present: PresentPeople,
    bell: ChangeBell,
    onChange: (tickets: readonly TicketPresence[]) => void,
  ): Promise<PresenceFollower> {
    const follower = new PresenceFollower(present, onChange);
    await follower.read();
    follower.reads = new RepeatedRead(bell, {
      name: 'live',
      intervalMs: READ_INTERVAL_MS,
      read: async () => {
        await follower.read();
        return Math.min(bell.pollMs, follower.nextEnd);
      },
    });
    return follower;
  }

  /** The tickets that somebody has open. */
  all(): readonly TicketPresence[] {
    return [...this.tickets.values()];
  }

  stop(): void {
    this.isStopped = true;
    this.reads?.stop();
  }

  private async read(): Promise<void> {
    const rows = await this.present.read();
    if (this.isStopped) return;
    const before = this.tickets;
    this.tickets = byTicket(rows);
    this.nextEnd = Math.min(Infinity, ...rows.map(({ ends_in }) => ends_in));
    const changed = [...this.tickets.values()].filter((ticket) => !isSame(ticket, before.get(ticket.ticket_id)));
    const left = [...before.keys()]
      .filter((id) => !this.tickets.has(id))
      .map((ticket_id) => ({ ticket_id, people: [] }));
    if (changed.length || left.length) this.onChange([...changed, ...left]);
    await this.deleteOld();
  }

  /** Ignores errors: people keep following changes while the database is read-only. */
  private async deleteOld(): Promise<void> {
    if (performance.now() - this.deletedAt < DELETE_INTERVAL_MS) return;
    this.deletedAt = performance.now();
    await this.present.deleteOld().catch(() => undefined);
  }
}

function byTicket(rows: readonly PresentPerson[]): ReadonlyMap<number, TicketPresence> {
  const people = Map.groupBy(rows, ({ ticket_id }) => ticket_id);
  return new Map(
    [...people].map(([ticket_id, present]) => [
      ticket_id,
      { ticket_id, people: present.slice(0, MAX_PEOPLE).map(({ id, name, doing }) => ({ id, name, doing })) },
    ]),
  );
}

function isSame(one: TicketPresence, other: TicketPresence | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
