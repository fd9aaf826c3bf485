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

/** Steps from the open ticket to the next or previous one. */
export class TicketSteps {
  private readonly router: Router;

  constructor(
    private readonly parts: StepParts,
    private readonly injector: Injector,
  ) {
    this.router = injector.get(Router);
  }

  /**
   * Opens the next or previous ticket, even on another page or from a ticket that is not listed: the list then shows the page that starts
   * with the neighbour. A focused row is the start of the step, even if another ticket is open. Replaces the history entry, so that Back
   * returns to the list. Waits while another list is loading.
   */
  async take(by: Step): Promise<void> {
    const { list, neighbours, openId, panel, table } = this.parts;
    if (list.page() && !list.isCurrent() && list.isLoading()) return this.parts.onceCurrent(() => void this.take(by));
    const rowId = table()?.focusedId();
    const fromId = openId();
    if (!neighbours.has(by, rowId)) return panel()?.tellEnd(by);
    const neighbour = await neighbours.find(by, rowId);
    if (!neighbour || openId() !== fromId) return; // closed, or another ticket was opened in the meantime
    const { id, page: queryParams } = neighbour;
    const info = rowId === undefined ? FOCUS_TICKET : undefined;
    await this.router.navigate(['/tickets', id], { queryParams, queryParamsHandling: 'merge', replaceUrl: true, info });
    const focusRow = () => afterNextRender({ write: () => table()?.focus(id) }, { injector: this.injector });
    if (rowId !== undefined) this.parts.onceCurrent(focusRow); // its page may have to load
  }
}
