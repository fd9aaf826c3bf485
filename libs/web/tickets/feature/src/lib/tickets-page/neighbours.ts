import { type Signal, computed, linkedSignal, untracked } from '@angular/core';
import type { TicketSort } from '@docket/domain';
import type { PageCursors } from '@docket/web/http';
import type { Ticket, TicketFilter, TicketList, TicketsApi } from '@docket/web/tickets/data';
import { firstValueFrom } from 'rxjs';
import type { PageStart } from './paginator';

/** Direction in the list: 1 for the next ticket, -1 for the previous one. */
export type Step = 1 | -1;

/** A ticket next to the open one, with the start of its page if that is another page. */
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
  /** Cursors of the open ticket, which may not be listed. */
  readonly openCursors: () => PageCursors | undefined;
  /** The position of the page after or before this one, if known. */
  readonly beyond: (by: Step) => Pick<PageStart, 'first' | 'last'>;
}

/** The tickets before and after the open one, including those on other pages, and for a ticket that is not listed. */
export class Neighbours {
  /** The position of the open ticket on the page; -1 if it is not listed. */
  readonly openIndex = computed(() => this.state.tickets().findIndex(({ id }) => id === this.state.openId()));
  readonly hasNext = computed(() => this.has(1));
  readonly hasPrevious = computed(() => this.has(-1));

  /** The list that was displayed when the ticket was opened. */
  private readonly openedIn = linkedSignal({
    source: () => this.state.openId(),
    computation: () => untracked(this.state.url),
  });
  /** Whether the person has moved on to a list without the ticket, such as search results, where it has no position. */
  private readonly isElsewhere = computed(() => this.openedIn() !== this.state.url() && this.openIndex() < 0);

  /** Ids of the listed neighbours, the next one first. */
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
   * Finds the next or previous ticket, on this page or the one beyond. For an open ticket that is not listed, returns the first ticket of
   * the list if the list has changed, or if nothing follows its position. Undefined if there is none, or if the request fails.
   * @param rowId id of the row to start from; by default, the open ticket
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

  /** Whether there is a neighbour. False while the open ticket's position in the list is unknown. */
  has(by: Step, rowId?: number): boolean {
    const from = this.indexOf(rowId);
    return this.listed(by, from) !== undefined || this.cursorBeyond(by, from) !== undefined;
  }

  private indexOf(rowId = this.state.openId()): number {
    return this.state.tickets().findIndex(({ id }) => id === rowId);
  }

  private listed(by: Step, from: number): Ticket | undefined {
    const isElsewhere = this.isElsewhere(); // read also on the page, so that `openedIn` knows it
    if (from >= 0) return this.state.tickets()[from + by];
    return isElsewhere ? this.state.tickets()[0] : undefined;
  }

  /** The cursor of the neighbour's page: from the list at its ends, from the open ticket if it is not listed. */
  private cursorBeyond(by: Step, from: number): string | undefined {
    if (from < 0 && this.isElsewhere()) return undefined;
    const cursors = from < 0 ? this.state.openCursors() : this.state.list.page();
    return by === 1 ? cursors?.nextCursor : cursors?.previousCursor;
  }
}
