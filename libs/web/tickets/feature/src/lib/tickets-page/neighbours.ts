import { type Signal, computed, linkedSignal, untracked } from '@angular/core';
import type { TicketSort } from '@docket/domain';
import type { PageCursors } from '@docket/web/http';
import type { Ticket, TicketFilter, TicketList, TicketsApi } from '@docket/web/tickets/data';
import { firstValueFrom } from 'rxjs';
import type { PageStart } from './paginator';

/** 1 to the next ticket of the list, -1 to the previous one. */
export type Step = 1 | -1;

/** A ticket next to the open one, with the start of its page if it is on another one. */
export interface Neighbour {
  readonly id: number;
  readonly page?: PageStart;
}

interface OpenList {
  readonly list: TicketList;
  readonly filter: Signal<TicketFilter>;
  readonly sort: Signal<TicketSort | undefined>;
  readonly tickets: Signal<readonly Ticket[]>;
  /** Identifies the list: its filter, order and page. */
  readonly url: () => string;
  readonly openId: Signal<number | undefined>;
  /** The cursors of the open ticket, which may not be listed. */
  readonly openCursors: () => PageCursors | undefined;
  /** The position of the page after or before this one, as far as it is known. */
  readonly beyond: (by: Step) => Pick<PageStart, 'first' | 'last'>;
}

/** The tickets before and after the open one, also beyond the page and for a ticket that is not listed. */
export class Neighbours {
  /** The position of the open ticket on the page; -1 if it is not listed. */
  readonly openIndex = computed(() => this.state.tickets().findIndex(({ id }) => id === this.state.openId()));
  readonly hasNext = computed(() => this.has(1));
  readonly hasPrevious = computed(() => this.has(-1));

  /** The list in which the ticket was opened. */
  private readonly openedIn = linkedSignal({
    source: () => this.state.openId(),
    computation: () => untracked(this.state.url),
  });
  /** Whether the person has left that list for one without the ticket, such as the results of a search: it has no place there. */
  private readonly isElsewhere = computed(() => this.openedIn() !== this.state.url() && this.openIndex() < 0);

  /** The listed ones, the next one first. */
  readonly listedIds = computed<readonly number[]>(
    () => {
      const [index, tickets] = [this.openIndex(), this.state.tickets()];
      return index < 0 ? [] : [tickets[index + 1], tickets[index - 1]].flatMap((ticket) => (ticket ? [ticket.id] : []));
    },
    { equal: (one, other) => one.join() === other.join() },
  );

  constructor(
    private readonly api: TicketsApi,
    private readonly state: OpenList,
  ) {}

  /**
   * The first ticket of the list if the open one is not in it, and the list is another one than before, or nothing follows the place where
   * the ticket was. Undefined if there is none, or if it cannot be loaded.
   * @param rowId the row from which to go; by default, the open ticket
   */
  async find(by: Step, rowId?: number): Promise<Neighbour | undefined> {
    const from = this.indexOf(rowId);
    const listed = this.listed(by, from);
    if (listed) return { id: listed.id };
    const cursor = this.cursorBeyond(by, from);
    if (cursor === undefined) return undefined;
    const request = this.api.fetchNeighbour(this.state.filter(), cursor, this.state.sort());
    const ticket = await firstValueFrom(request).catch(() => null);
    const place = from < 0 ? { first: null, last: null } : this.state.beyond(by);
    if (ticket) return { id: ticket.id, page: { cursor, ...place } };
    const first = ticket === undefined && from < 0 ? this.state.tickets()[0] : undefined;
    return first && { id: first.id };
  }

  /** Whether there is one. False until it is known where the open ticket is in the list. */
  has(by: Step, rowId?: number): boolean {
    const from = this.indexOf(rowId);
    return this.listed(by, from) !== undefined || this.cursorBeyond(by, from) !== undefined;
  }

  private indexOf(rowId = this.state.openId()): number {
    return this.state.tickets().findIndex(({ id }) => id === rowId);
  }

  private listed(by: Step, from: number): Ticket | undefined {
    if (from >= 0) return this.state.tickets()[from + by];
    return this.isElsewhere() ? this.state.tickets()[0] : undefined;
  }

  /** The cursor of the neighbour's page: from the list at its ends, from the open ticket if it is not listed. */
  private cursorBeyond(by: Step, from: number): string | undefined {
    if (from < 0 && this.isElsewhere()) return undefined;
    const cursors = from < 0 ? this.state.openCursors() : this.state.list.page();
    return by === 1 ? cursors?.nextCursor : cursors?.previousCursor;
  }
}
