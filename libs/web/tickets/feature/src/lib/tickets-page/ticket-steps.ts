import { type Injector, type Signal, afterNextRender } from '@angular/core';
import { Router } from '@angular/router';
import type { TicketList } from '@docket/web/tickets/data';
import { FOCUS_TICKET } from '../focus-ticket';
import type { TicketPanel } from '../ticket-panel/ticket-panel';
import type { TicketTable } from '../ticket-table/ticket-table';
import type { Neighbours, Step } from './neighbours';
import type { OnceCurrent } from './once-current';

export interface StepParts {
  readonly list: TicketList;
  readonly neighbours: Neighbours;
  readonly openId: Signal<number | undefined>;
  readonly table: Signal<TicketTable | undefined>;
  readonly panel: Signal<TicketPanel | undefined>;
  readonly onceCurrent: OnceCurrent;
}

/** Maximum number of steps at once. A key that is held down must not go on after its release. */
const PENDING_MAX = 4;

/** Steps from the open ticket to the next or previous one. */
export class TicketSteps {
  private readonly router: Router;

  constructor(
    private readonly parts: StepParts,
    private readonly injector: Injector,
  ) {
    this.router = injector.get(Router);
  }

  /** Steps that are under way or wait for them, and the ticket from which the next one starts. */
  private pending?: { from: number | undefined; readonly steps: Step[] };

  /**
   * Opens the next or previous ticket, even on another page or from a ticket that is not listed: the list then shows the page that starts
   * with the neighbour. A focused row is the start of the step, even if another ticket is open. Replaces the history entry, so that Back
   * returns to the list. Waits while another list is loading, and for a few earlier steps, whose tickets have to be found.
   */
  async take(by: Step): Promise<void> {
    const { openId } = this.parts;
    if (this.pending && this.pending.from === openId()) {
      if (this.pending.steps.length < PENDING_MAX) this.pending.steps.push(by);
      return;
    }
    const pending: NonNullable<typeof this.pending> = { from: openId(), steps: [by] };
    this.pending = pending;
    for (let [next] = pending.steps; next !== undefined; [next] = pending.steps) {
      const reached = await this.step(next);
      if (reached === undefined || reached !== openId() || this.pending !== pending) break;
      pending.from = reached;
      pending.steps.shift();
    }
    if (this.pending === pending) this.pending = undefined;
  }

  /** Returns the ticket that it opened; undefined if there is none, or if it waits for a list. */
  private async step(by: Step): Promise<number | undefined> {
    const { list, neighbours, openId, panel, table } = this.parts;
    if (list.page() && !list.isCurrent() && list.isLoading()) {
      this.parts.onceCurrent(() => void this.take(by));
      return undefined;
    }
    const rowId = table()?.focusedId();
    const fromId = openId();
    if (!neighbours.has(by, rowId)) {
      panel()?.tellEnd(by);
      return undefined;
    }
    const neighbour = await neighbours.find(by, rowId);
    if (!neighbour || openId() !== fromId) return undefined; // closed, or another ticket was opened in the meantime
    const { id, page: queryParams } = neighbour;
    const info = rowId === undefined ? FOCUS_TICKET : undefined;
    await this.router.navigate(['/tickets', id], { queryParams, queryParamsHandling: 'merge', replaceUrl: true, info });
    const focusRow = () => afterNextRender({ write: () => table()?.focus(id) }, { injector: this.injector });
    if (rowId !== undefined) this.parts.onceCurrent(focusRow); // its page may have to load
    return id;
  }
}
